import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/engine/database/Database.ts';
import type { Model } from '../../shared/model/model.ts';
import { scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { scoreSelect } from '../../shared/scoring/scoreSelect.ts';
import { printDuckdb } from '../../shared/sql/printDuckdb.ts';
import { table } from '../../shared/sql/select.ts';
import { column } from '../../shared/sql/sql.ts';
import { openTestDatabase } from '../sql/openTestDatabase.ts';
import { expectSameScore, type ScoredRow } from './expectSameScore.ts';
import { columnOf, createRows, insertRows, lookUpIn } from './observationNames.ts';
import { onTheCut } from './onTheCut.ts';
import { type RandomObservation, randomModel, randomObservation } from './randomModel.ts';

describe('the SQL scorer gives what the reference scorer gives', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.run({ text: createRows });
  });
  afterAll(() => database.close());

  const scoreRows = async (model: Model, rows: RandomObservation[]) => {
    await database.run({ text: 'delete from rows' });
    await database.run({ text: insertRows(rows) });
    const select = scoreSelect(model, { from: table('rows'), where: null, columnOf, keep: [{ name: 'line', sql: column('line') }] });
    return database.rows<ScoredRow>({ text: `${printDuckdb(select)} order by line` });
  };

  it('for random models and random observations', async () => {
    await fc.assert(
      fc.asyncProperty(randomModel, fc.array(randomObservation, { minLength: 1, maxLength: 12 }), async (model, rows) => {
        const scored = await scoreRows(model, rows);
        expect(scored.length).toBe(rows.length);
        for (const [index, row] of rows.entries()) expectSameScore(scored[index]!, scoreObservation(model, lookUpIn(row)));
      }),
      { numRuns: 200 },
    );
  });

  it('for scores exactly on a cut: the upper band in both', async () => {
    await fc.assert(
      fc.asyncProperty(onTheCut, async ({ model, row }) => {
        const [scored] = await scoreRows(model, [row]);
        expect(scored!.band).toBe('green');
        expect(model.bands[scoreObservation(model, lookUpIn(row)).band!]!.id).toBe('green');
      }),
      { numRuns: 150 },
    );
  });
});
