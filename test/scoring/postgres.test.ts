import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Model, model as modelSchema } from '../../shared/model/model.ts';
import { scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { scoreSelect } from '../../shared/scoring/scoreSelect.ts';
import { printPostgres } from '../../shared/sql/printPostgres.ts';
import { table } from '../../shared/sql/select.ts';
import { column } from '../../shared/sql/sql.ts';
import { expectSameScore, type ScoredRow } from './expectSameScore.ts';
import { columnOf, createRows, insertRows, lookUpIn } from './observationNames.ts';
import { onTheCut } from './onTheCut.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './PostgresServer.ts';
import { type RandomObservation, randomModel, randomObservation } from './randomModel.ts';

/** PostgreSQL refuses results too small for a float, which numbers like 1e-300 lead to: six decimals are enough here. */
const rounded = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? Math.round(inner * 1e6) / 1e6 : inner)));
const plainModel = randomModel.map(rounded).filter((one) => modelSchema.safeParse(one).success);

const programs = postgresPrograms();
if (!programs) console.warn('No PostgreSQL server found (Debian: apt-get install postgresql); its parity test is skipped.');

describe.skipIf(!programs)('PostgreSQL gives what the reference scorer gives', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs!);
  });
  afterAll(() => server?.stop());

  const scoreRows = (model: Model, rows: RandomObservation[]) => {
    const select = scoreSelect(model, { from: table('rows'), where: null, columnOf, keep: [{ name: 'line', sql: column('line') }] });
    return server.rows<ScoredRow>(
      `drop table if exists rows; ${createRows}; ${insertRows(rows)}`,
      `${printPostgres(select)} order by line`,
    );
  };

  it('for random models and random observations', () => {
    fc.assert(
      fc.property(plainModel, fc.array(randomObservation.map(rounded), { minLength: 1, maxLength: 12 }), (model, rows) => {
        const scored = scoreRows(model, rows);
        for (const [index, row] of rows.entries()) expectSameScore(scored[index]!, scoreObservation(model, lookUpIn(row)));
      }),
      { numRuns: 40 },
    );
  });

  it('for scores exactly on a cut: the upper band', () => {
    fc.assert(
      fc.property(fc.array(onTheCut, { minLength: 1, maxLength: 1 }), ([one]) => {
        expect(scoreRows(one!.model, [one!.row])[0]!.band).toBe('green');
      }),
      { numRuns: 40 },
    );
  });
});
