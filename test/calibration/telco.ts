import { join } from 'node:path';
import { readReference } from '../datasets/readReference.ts';
import { shelf } from '../datasets/shelf.ts';

/** Telco's eight columns and its outcome. */
export function readTelco() {
  const rows = readReference(join(shelf, 'telco_ibm/telco_customer_churn.csv'));
  const months: Record<string, number> = { 'Month-to-month': 1, 'One year': 12, 'Two year': 24 };
  const values = (column: string) => {
    if (column === 'contract_months') return rows.map((row) => months[row.Contract!]!);
    if (column.endsWith('_yes')) return rows.map((row) => (row[column.replace('_yes', '')] === 'Yes' ? 1 : 0));
    return rows.map((row) => Number(row[column]));
  };
  return {
    values,
    rows: {
      outcomes: Uint8Array.from(rows, (row) => (row.Churn === 'Yes' ? 1 : 0)),
      accounts: Uint32Array.from(rows.keys()),
      asOf: new Int32Array(rows.length),
    },
  };
}
