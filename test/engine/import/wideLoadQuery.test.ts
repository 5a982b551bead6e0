import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlacedColumn } from '../../../electron/engine/import/alignColumns.ts';
import { loadQuery } from '../../../electron/engine/import/loadQuery.ts';
import { readLayout } from '../../../electron/engine/import/readLayout.ts';
import { Spellings } from '../../../electron/engine/import/Spellings.ts';
import { wideLoadQuery } from '../../../electron/engine/import/wideLoadQuery.ts';
import { type ColumnPlan, columnType, dateOrder } from '../../../shared/model/source.ts';
import { fileWith, reading } from './importing.ts';

const spellings = ['n/a', '-', 'NaN', '0'];

/** The rows as both statements give them. */
function bothOf(path: string, replan: (plan: ColumnPlan, index: number) => ColumnPlan) {
  return reading(path, async (context) => {
    const layout = await readLayout(path, { header: true }, context);
    const kept = layout.beginning.columns.map(({ header, native }, position): PlacedColumn => {
      const plan: ColumnPlan = { header, name: header, type: native?.type ?? 'text', keep: true, decimal: '.' };
      return { plan: replan(plan, position), position };
    });
    const rowsOf = ({ text, values = [] }: ReturnType<typeof loadQuery>) =>
      context.database.result({ text, values }, {}, (result) => result.getRowsJson());
    return {
      each: await rowsOf(loadQuery(layout.beginning, kept, spellings)),
      wide: await rowsOf(wideLoadQuery(layout.beginning, kept, new Spellings(spellings))),
    };
  });
}

const cell = fc.constantFrom(
  ...['', ' ', 'n/a', '-', '0', 'nan', 'inf', '1', '-2.5', '1,234.5', '1.234,5', '$ 12', '(3.00 EUR)', '45%', 'word', '007'],
  ...['2024-02-29', '2023-02-29', '29/02/2024', '02/29/2024 10:15', '2024-01-02T03:04:05Z', 'yes', 'F', 'off'],
);
const plan = fc.record({
  type: fc.constantFrom(...columnType.options),
  dateOrder: fc.constantFrom(...dateOrder.options),
  decimal: fc.constantFrom('.', ','),
});

test('a wide table is read as a narrow one: values, order and the texts that did not convert', { timeout: 60_000 }, async () => {
  const table = fc.integer({ min: 2, max: 9 }).chain((width) =>
    fc.record({
      plans: fc.array(plan, { minLength: width, maxLength: width }),
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(table, async ({ plans, rows }) => {
      const lines = [plans.map((_, index) => `name ${index}`), ...rows].map((row) => row.map((text) => `"${text}"`).join(','));
      const { each, wide } = await bothOf(fileWith(lines.join('\n')), (column, index) => ({ ...column, ...plans[index]! }) as ColumnPlan);
      expect(each).toHaveLength(rows.length);
      expect(wide).toEqual(each);
    }),
    { numRuns: 40 },
  );
});

test('the character between the texts that did not convert may stand in them', async () => {
  const words = Array.from({ length: 40 }, (_, index) => `word ${index},some other words`);
  const path = fileWith(['first,second', 'x\u001fy,3=z', ...words].join('\n'));
  const { each, wide } = await bothOf(path, (column) => ({ ...column, type: 'number' }));
  expect(wide).toEqual(each);
  expect(wide[0]?.at(-1)).toBe('1=x␟y\u001f2=3=z');
});

test('so is one whose file states the types', async () => {
  const path = fileWith('', 'made.parquet');
  await reading(path, async ({ database, workFolder }) => {
    const made = join(workFolder, 'made.parquet');
    await database.run({
      text: `copy (select i::integer as id, case when i % 3 = 0 then 'nan'::double else i / 7 end as score, 'name ' || i as name, date '2024-01-01' + i::integer as day
        from range(3000) t(i)) to '${made}' (format parquet)`,
    });
    copyFileSync(made, path);
  });
  const { each, wide } = await bothOf(path, (column) => column);
  expect(each).toHaveLength(3000);
  expect(wide).toEqual(each);
});
