import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../electron/engine/database/Database.ts';
import { holdBook } from '../../../electron/engine/whatIf/holdBook.ts';
import { RowSet } from '../../../electron/engine/whatIf/RowSet.ts';
import { definition } from '../../../shared/model/definition.ts';
import type { Model } from '../../../shared/model/model.ts';
import { bandTolerance, withheldBand } from '../../../shared/scoring/bandOf.ts';
import { scoreSelect } from '../../../shared/scoring/scoreSelect.ts';
import { segmentModel } from '../../../shared/scoring/segmentModel.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { table } from '../../../shared/sql/select.ts';
import { column } from '../../../shared/sql/sql.ts';
import { draftAt } from '../../../shared/whatIf/draftAt.ts';
import { countTable } from '../../../shared/whatIf/Hand.ts';
import { shiftedBookOf } from '../../../shared/whatIf/shiftedBookOf.ts';
import { columnOf, createRows, insertRows } from '../../scoring/observationNames.ts';
import { categoryMetric, numberMetrics, randomObservation } from '../../scoring/randomModel.ts';
import { openTestDatabase } from '../../sql/openTestDatabase.ts';
import { movedDraft } from '../../whatIf/randomControl.ts';
import { scoresInHand } from '../../whatIf/scoresInHand.ts';

/** 32-bit points against 64-bit ones. */
const closeEnough = 1e-4;

const observations = {
  definition: definition.parse({
    metrics: [...numberMetrics, categoryMetric].map((id) => ({
      ...{ id, name: id, value: { kind: 'column', source: 'accounts', column: id } },
      ...(id === categoryMetric ? { valueType: 'category' } : {}),
    })),
  }),
};

/** The same rows for all models, so that no time goes into writing them; the line is the revenue. */
const rows = fc.sample(randomObservation, { numRuns: 40, seed: 20261122 });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.run({ text: createRows });
  await database.run({ text: insertRows(rows) });
  await database.run({ text: `create table observations as select *, 'a' || line as account_id, line as revenue from rows` });
});
afterAll(() => database.close());

/** Score and band of every row, by the SQL that scores books. */
function scoredBy(model: Model) {
  const select = scoreSelect(model, { from: table('rows'), where: null, columnOf, keep: [{ name: 'line', sql: column('line') }] });
  return database.rows<{ segment: string; score: number | null; band: string }>({ text: `${printDuckdb(select)} order by line` });
}

it('scores every account, and moves the accounts and the revenue, as scoring the book anew in SQL does', async () => {
  let [compared, matrices] = [0, 0];
  await fc.assert(
    fc.asyncProperty(movedDraft, async ({ draft, control, position }) => {
      const model = draftAt(draft, control, position);
      const [before, after] = [await scoredBy(draft), await scoredBy(model)];
      const rowSet = await RowSet.of(database, 'observations', 'true', {});
      const baseline = { kind: 'model' as const, name: draft.name, model: draft };
      const book = await holdBook(rowSet, observations, { draft, baseline, control, only: null, columnOf, options: {} });
      const placed = book.held.at(position);

      for (const [line, { score }] of scoresInHand(book.hand.arrangement, placed).entries()) {
        const expected = after[line]!.score;
        if (score === null || expected === null) expect(score).toBe(expected);
        else expect(Math.abs(score - expected), `line ${line}: ${score} is not ${expected}`).toBeLessThan(closeEnough);
        compared += 1;
      }

      // 32-bit points may fall to the other side of an edge they are this close to.
      const atEdge = ({ segment, score }: { segment: string; score: number | null }, { segments, ...base }: Model) => {
        const { cuts } = segmentModel({ segments, ...base }, segments.find(({ id }) => id === segment) ?? null);
        return cuts.some((cut) => Math.abs((score ?? 200) - cut + bandTolerance) <= closeEnough);
      };
      if (before.some((one) => atEdge(one, draft)) || after.some((one) => atEdge(one, model))) return;
      matrices += 1;
      const shifted = shiftedBookOf(countTable(book.hand, placed), book.standsFor);
      const ids = [...draft.bands.map(({ id }) => id), withheldBand];
      const expected = ids.map((from) =>
        ids.map((to) => rows.flatMap((_, line) => (before[line]!.band === from && after[line]!.band === to ? [line] : []))),
      );
      expect(shifted.migrationAccounts).toEqual(expected.map((row) => row.map((lines) => lines.length)));
      expect(shifted.migrationRevenue).toEqual(expected.map((row) => row.map((lines) => lines.reduce((sum, line) => sum + line, 0))));
    }),
    { numRuns: 200 },
  );
  expect(compared).toBe(200 * rows.length);
  expect(matrices).toBeGreaterThan(100);
}, 120_000);
