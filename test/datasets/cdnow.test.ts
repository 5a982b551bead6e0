import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newEngine } from '../engine/calls/newEngine.ts';
import { temporaryFolder } from '../engine/temporaryFolder.ts';
import { importInto } from './importInto.ts';
import { readReference } from './readReference.ts';
import { readRows } from './readRows.ts';
import { shelf, shelfIsPresent, skipReason } from './shelf.ts';

const all = (id: string, aggregate: string, extra: object = {}) => ({
  id,
  name: id,
  value: { kind: 'window' as const, source: 'transactions', aggregate: aggregate as 'count', windowDays: null as number | null, ...extra },
});

describe.skipIf(!shelfIsPresent)(`CDNOW: a dated log${skipReason}`, () => {
  test('ids keep their zeros, and three snapshots of 23,570 customers are reproduced from the transactions', async () => {
    const { invoke } = newEngine();
    await invoke('create-study', { name: 'CDNOW' });
    const customers = await importInto(invoke, join(shelf, 'cdnow', 'customers.csv'), 'customers');
    await importInto(invoke, join(shelf, 'cdnow', 'transactions.csv'), 'transactions');
    expect(customers.plan.columns[0]).toMatchObject({ name: 'customer_id', type: 'text' });
    await invoke('define-study', {
      document: {
        account: { source: 'customers', key: 'customer_id', start: 'first_purchase_date' },
        readings: [
          { source: 'customers', shape: { kind: 'snapshot' }, exportedOn: '1998-06-30' },
          {
            source: 'transactions',
            shape: { kind: 'events', date: 'date' },
            link: { column: 'customer_id', to: 'customers' },
            exportedOn: '1998-06-30',
          },
        ],
        asOf: { kind: 'quarter-ends', from: '1997-06-30', to: '1997-12-31' },
        metrics: [
          all('recency_days', 'days-since-last'),
          { id: 'tenure_days', name: 'Tenure', value: { kind: 'tenure' } },
          all('orders', 'count'),
          all('cds', 'sum', { column: 'number_of_cds' }),
          all('spend', 'sum', { column: 'dollar_value' }),
          all('avg_order', 'mean', { column: 'dollar_value' }),
          all('orders_90d', 'count', { windowDays: 90 }),
          all('spend_90d', 'sum', { column: 'dollar_value', windowDays: 90 }),
        ],
        outcomes: [
          { id: 'churned', name: 'No purchase in 180 days', happens: { kind: 'no-event', source: 'transactions' }, horizonDays: 180 },
        ],
      },
    });
    const path = join(temporaryFolder(), 'observations.parquet');
    await invoke('export-observations', { path });
    const rows = await readRows(path);
    const reference = new Map(
      readReference(join(shelf, 'cdnow', 'snapshots.csv')).map((row) => [`${row.customer_id}@${row.snapshot_date}`, row]),
    );
    expect(rows).toHaveLength(3 * 23_570);
    const differences: string[] = [];
    for (const row of rows) {
      const expected = reference.get(`${row.account_id}@${row.as_of}`);
      if (!expected) {
        differences.push(`no reference for ${row.account_id}`);
        continue;
      }
      for (const [name, text] of Object.entries(expected)) {
        if (name === 'customer_id' || name === 'snapshot_date') continue;
        const ours = Number(row[name === 'churned' ? 'outcome.churned' : name]);
        // The reference is printed with ten significant digits.
        if (Math.abs(ours - Number(text)) > 1e-9 * Math.max(1, Math.abs(ours)))
          differences.push(`${name} of ${row.account_id} on ${row.as_of}: ${ours} for ${text}`);
      }
    }
    expect(differences).toEqual([]);
  });
});
