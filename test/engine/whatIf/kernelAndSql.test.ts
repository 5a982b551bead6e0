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
import { categoryMetric, numberMetrics, randomModel, randomObservation } from '../../scoring/randomModel.ts';
import { openTestDatabase } from '../../sql/openTestDatabase.ts';
import { randomControl } from '../../whatIf/randomControl.ts';

const observations = {
  definition: definition.parse({
    metrics: [...numberMetrics, categoryMetric].map((id) => ({
      ...{ id, name: id, value: { kind: 'column', source: 'accounts', column: id } },
      ...(id === categoryMetric ? { valueType: 'category' } : {}),
    })),
  }),
};

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.run({ text: createRows });
  await database.run({ text: `create view observations as select *, 'a' || line as account_id, line as revenue from rows` });
});
afterAll(() => database.close());

/** Score and band of every row, by the SQL that scores books. */
function scoredBy(model: Model) {
  const select = scoreSelect(model, { from: table('rows'), where: null, columnOf, keep: [{ name: 'line', sql: column('line') }] });
  return database.rows<{ segment: string; score: number | null; band: string }>({ text: `${printDuckdb(select)} order by line` });
}

const moved = randomModel.chain((draft) => randomControl(draft).map((move) => ({ draft, ...move })));

it('moves exactly the accounts, and the revenue, that scoring the book anew in SQL moves', async () => {
  await fc.assert(
    fc.asyncProperty(moved, fc.array(randomObservation, { minLength: 1, maxLength: 30 }), async ({ draft, control, position }, rows) => {
      await database.run({ text: 'delete from rows' });
      await database.run({ text: insertRows(rows) });
      const model = draftAt(draft, control, position);
      const [before, after] = [await scoredBy(draft), await scoredBy(model)];
      const cutsOf = (segment: string) => segmentModel(model, model.segments.find(({ id }) => id === segment) ?? null).cuts;
      // 32-bit points may fall to the other side of an edge they are this close to.
      fc.pre(after.every(({ segment, score }) => cutsOf(segment).every((cut) => Math.abs((score ?? 200) - cut + bandTolerance) > 1e-4)));

      const rowSet = await RowSet.of(database, 'observations', 'true', {});
      const baseline = { kind: 'model' as const, name: draft.name, model: draft };
      const book = await holdBook(rowSet, observations, { database, draft, baseline, control, only: null, columnOf, options: {} });
      const shifted = shiftedBookOf(countTable(book.hand, book.held.at(position)), book.standsFor);

      const ids = [...draft.bands.map(({ id }) => id), withheldBand];
      const expected = ids.map((from) =>
        ids.map((to) => rows.flatMap((_, line) => (before[line]!.band === from && after[line]!.band === to ? [line] : []))),
      );
      expect(shifted.migrationAccounts).toEqual(expected.map((row) => row.map((lines) => lines.length)));
      expect(shifted.migrationRevenue).toEqual(expected.map((row) => row.map((lines) => lines.reduce((sum, line) => sum + line, 0))));
    }),
    { numRuns: 30 },
  );
});
