import { expect, test, vi } from 'vitest';
import { copyRows } from '../../../renderer/parts/copyRows.ts';
import type { Column } from '../../../renderer/parts/DataTable.tsx';

const columns: Column<string[]>[] = ['account', 'note'].map((header, index) => ({
  id: header,
  header,
  width: 100,
  cell: (row) => row[index],
  text: (row) => row[index] ?? '',
}));

async function copied(rows: string[][]): Promise<string> {
  const writeText = vi.fn(async (_: string) => {});
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  await copyRows(columns, rows);
  vi.unstubAllGlobals();
  return writeText.mock.calls[0]![0];
}

test('copies the headers and one line a row', async () => {
  expect(await copied([['A-1', 'calm']])).toBe('account\tnote\nA-1\tcalm');
});

test('a cell stays one cell', async () => {
  expect(await copied([['A-1', 'two\tcells\nand two lines']])).toBe('account\tnote\nA-1\ttwo cells and two lines');
});

test('text does not become a formula, numbers stay numbers', async () => {
  expect(
    await copied([
      ['=HYPERLINK("x")', '@sum'],
      ['-12.5', '+3,5 %'],
    ]),
  ).toBe('account\tnote\n\'=HYPERLINK("x")\t\'@sum\n-12.5\t+3,5 %');
});
