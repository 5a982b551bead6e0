import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/engine/database/Database.ts';
import type { ColumnOf } from '../../shared/expression/ColumnOf.ts';
import { scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { scoreSelect } from '../../shared/scoring/scoreSelect.ts';
import { printDuckdb } from '../../shared/sql/printDuckdb.ts';
import { table } from '../../shared/sql/select.ts';
import { column } from '../../shared/sql/sql.ts';
import { openTestDatabase } from '../sql/openTestDatabase.ts';
import { expectSameScore, type ScoredRow } from './expectSameScore.ts';
import { numberMetrics, type RandomObservation, randomModel, randomObservation } from './randomModel.ts';

/** Names of the random observations: metrics, and the account columns `size` and `renewed`. */
export const columnOf: ColumnOf = (name) => {
  const plain = name.replace('account.', '');
  if (plain === 'renewed') return { sql: column('account.renewed'), type: 'boolean' };
  if (plain === 'size') return { sql: column('account.size'), type: 'number' };
  return { sql: column(name), type: numberMetrics.includes(name) ? 'number' : 'text' };
};

export const lookUpIn = (row: RandomObservation) => (name: string) => row[name.replace('account.', '') as keyof RandomObservation];

describe('the SQL scorer gives what the reference scorer gives', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.run({
      text: 'create table rows (line double, m1 double, m2 double, m3 double, m4 double, tier varchar, "account.size" double, "account.renewed" boolean)',
    });
  });
  afterAll(() => database.close());

  it('for random models and random observations', async () => {
    await fc.assert(
      fc.asyncProperty(randomModel, fc.array(randomObservation, { minLength: 1, maxLength: 12 }), async (model, rows) => {
        await database.run({ text: 'delete from rows' });
        const values = rows.map(
          (row, line) =>
            `(${[line, row.m1, row.m2, row.m3, row.m4].map(written).join(', ')}, ${row.tier === null ? 'null' : `'${row.tier.replace("'", "''")}'`}, ${written(row.size)}, ${row.renewed})`,
        );
        await database.run({ text: `insert into rows values ${values.join(', ')}` });
        const select = scoreSelect(model, { from: table('rows'), where: null, columnOf, keep: [{ name: 'line', sql: column('line') }] });
        const scored = await database.rows<ScoredRow & { line: number }>({ text: `${printDuckdb(select)} order by line` });
        expect(scored.length).toBe(rows.length);
        for (const [index, row] of rows.entries()) expectSameScore(scored[index]!, scoreObservation(model, lookUpIn(row)));
      }),
      { numRuns: 300 },
    );
  });
});

const written = (value: number | null) => (value === null ? 'null' : value.toExponential());
