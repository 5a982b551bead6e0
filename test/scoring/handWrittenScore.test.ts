import { afterAll, beforeAll, expect, it } from 'vitest';
import { metricsSelect } from '../../bench/data.ts';
import { handWrittenScore } from '../../bench/peers/handWrittenScore.ts';
import { benchedModel } from '../../bench/scoring.ts';
import type { Database } from '../../electron/engine/database/Database.ts';
import { scoreSelect } from '../../shared/scoring/scoreSelect.ts';
import { printDuckdb } from '../../shared/sql/printDuckdb.ts';
import { table } from '../../shared/sql/select.ts';
import { column } from '../../shared/sql/sql.ts';
import { openTestDatabase } from '../sql/openTestDatabase.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.run({ text: `create table observations as ${metricsSelect(5000, 32)}` });
});
afterAll(() => database.close());

it('the query the benchmark races against computes the same', async () => {
  const ours = scoreSelect(benchedModel, {
    from: table('observations'),
    where: null,
    columnOf: (name) => ({ sql: column(name), type: 'number' }),
    keep: [{ name: 'account_id', sql: column('account_id') }],
  });
  const apart = (name: string) =>
    `max(abs(ours.${name} - peer.${name})) < 1e-9 and count(*) filter ((ours.${name} is null) <> (peer.${name} is null)) = 0 as ${name}`;
  const [same] = await database.rows({
    text: `select cast(count(*) as integer) as accounts, ${['score', 'coverage', 'low', 'high'].map(apart).join(', ')}, bool_and(ours.band = peer.band) as band
      from (${printDuckdb(ours)}) ours join (${handWrittenScore}) peer using (account_id)`,
  });
  expect(same).toEqual({ accounts: 5000, score: true, coverage: true, low: true, high: true, band: true });
});
