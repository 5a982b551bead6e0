import { join } from 'node:path';
import { readReference } from '../datasets/readReference.ts';
import { shelf } from '../datasets/shelf.ts';

/** RavenStack's six quarter-ends: its columns, its outcome, accounts and dates. */
export function readRavenstack() {
  const rows = readReference(join(shelf, 'ravenstack/snapshots.csv'));
  const accounts = [...new Set(rows.map((row) => row.account_id!))];
  const number = (text: string) => (text === '' ? Number.NaN : Number(text));
  return {
    values: (column: string) => rows.map((row) => number(row[column]!)),
    dates: rows.map((row) => row.snapshot_date!),
    rows: {
      outcomes: Uint8Array.from(rows, (row) => Number(row.churned_next_90d)),
      accounts: Uint32Array.from(rows, (row) => accounts.indexOf(row.account_id!)),
      asOf: Int32Array.from(rows, (row) => Date.parse(row.snapshot_date!) / 86_400_000),
    },
  };
}
