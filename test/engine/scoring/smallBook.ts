import { onTestFinished } from 'vitest';
import type { ObservationTable } from '../../../electron/engine/observations/ObservationTable.ts';
import type { BookSource } from '../../../electron/engine/scoring/Book.ts';
import { definition } from '../../../shared/model/definition.ts';
import { type Model, model } from '../../../shared/model/model.ts';
import { openTestDatabase } from '../../sql/openTestDatabase.ts';

const band = (id: string, name: string) => ({ id, name, colour: '#009e73', shape: 'circle' as const });

/** Two equally weighted metrics, each its own points; red, yellow from 60, green from 80. */
export const smallModel: Model = model.parse({
  id: 'health',
  name: 'Health',
  dimensions: ['usage', 'support'].map((metric) => ({
    kind: 'metric',
    id: `${metric}_leaf`,
    metric,
    weight: 1,
    curve: { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 100, points: 100 } },
  })),
  bands: [band('red', 'Red'), band('yellow', 'Yellow'), band('green', 'Green')],
  cuts: [60, 80],
  segments: [{ id: 'large', name: 'Large', where: 'size >= 100', cuts: [50, 79.5] }],
});

/**
 * A book of five accounts on 2026-03-31 (and one of them on 2025-12-31):
 *
 * | account | usage | support | size | owner | revenue | renewal |
 * | a | 100 | 60 | 10 | Ann | 1000 | 2026-04-10 |
 * | b | 60 | 59.9999 | 10 | Ann | 500 | 2026-06-30 |
 * | c | 40 | missing | 200 | Bob | missing | 2026-04-30 |
 * | d | missing | missing | 10 | missing | 50 | missing |
 * | <i>e' | 90 | 69 | 200 | Bob | 10 | 2026-03-01 |
 */
export async function smallBook(): Promise<BookSource> {
  const database = await openTestDatabase();
  onTestFinished(() => database.close());
  await database.run({
    text: `create table observations as select * from (values
      ('a', date '2026-03-31', 'Alpha', 'Ann', 1000::double, date '2026-04-10', 100::double, 60::double, 10::double),
      ('b', date '2026-03-31', 'Beta', 'Ann', 500, date '2026-06-30', 60, 59.9999, 10),
      ('c', date '2026-03-31', 'Gamma', 'Bob', null, date '2026-04-30', 40, null, 200),
      ('d', date '2026-03-31', 'Delta', null, 50, null, null, null, 10),
      ('<i>e''', date '2026-03-31', '=1+1', 'Bob', 10, date '2026-03-01', 90, 69, 200),
      ('a', date '2025-12-31', 'Alpha', 'Ann', 900, date '2026-04-10', 10, 10, 10)
      ) t(account_id, as_of, account_name, owner, revenue, renewal_date, usage, support, "account.size")`,
  });
  const table: ObservationTable = {
    fingerprint: 'small',
    definition: definition.parse({
      account: { source: 'accounts', key: 'id', attributes: ['size'] },
      metrics: [
        { id: 'usage', name: 'Usage', unit: '%', value: { kind: 'column', source: 'accounts', column: 'usage' } },
        { id: 'support', name: 'Support', value: { kind: 'column', source: 'accounts', column: 'support' } },
      ],
      population: [{ id: 'tests', name: 'Test accounts', where: `name = 'test'` }],
    }),
    asOfDates: ['2025-12-31', '2026-03-31'],
    table: 'observations',
    base: 'observations',
    edition: 1,
    attributes: [{ column: 'size', type: 'number' }],
    absences: [{ asOf: '2026-03-31', outsideLifetime: 0, excluded: { tests: 3 } }],
  };
  return { study: { models: [smallModel], currentModel: 'health' }, database, observations: async () => table };
}
