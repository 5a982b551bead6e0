import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shelf, shelfIsPresent, skipReason } from '../../datasets/shelf.ts';
import { importing } from './importing.ts';

describe.skipIf(!shelfIsPresent)(`public exports, as they are${skipReason}`, () => {
  test('telco: 7,043 accounts; 11 blank charges are missing and listed, the rest is numeric; ids are text', async () => {
    const { counts, plan, listed, rows, names } = await importing(join(shelf, 'telco_ibm/telco_customer_churn.csv'));
    expect(counts).toEqual({ records: 7043, loaded: 7043, rejected: 0, unconverted: 11 });
    const type = (name: string) => plan.columns.find((column) => column.name === name)!.type;
    expect([type('customerID'), type('TotalCharges'), type('tenure'), type('Churn')]).toEqual(['text', 'number', 'number', 'boolean']);
    expect(new Set(listed.map(({ column, value, reason }) => `${column}|${value}|${reason}`))).toEqual(
      new Set(['TotalCharges| |is blank: only spaces']),
    );
    const [charges, tenure] = [names.indexOf('TotalCharges'), names.indexOf('tenure')];
    expect(rows.filter((row) => row[charges] === null).map((row) => row[tenure])).toEqual(Array(11).fill(0));
    expect(rows[0]![0]).toBe('7590-VHVEG');
  });

  test('cdnow: ids keep their zeros, days are days, no row is lost', async () => {
    const { counts, plan, rows } = await importing(join(shelf, 'cdnow/transactions.csv'));
    expect(counts).toEqual({ records: 69659, loaded: 69659, rejected: 0, unconverted: 0 });
    expect(plan.columns.map(({ type }) => type)).toEqual(['text', 'date', 'number', 'number']);
    expect(rows[0]).toEqual(['00001', '1997-01-01', 1, 11.77]);
  });
});
