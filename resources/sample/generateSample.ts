import { defaultSampleOptions, type SampleOptions } from './sampleOptions.ts';
import { type SampleCell, type SampleFile, sampleColumns, sampleFileNames, sampleRows } from './sampleRows.ts';
import { simulateAccount } from './simulateAccount.ts';
import { soilRows } from './soilRows.ts';

/** CSV text of one account (or, first, of the headers) for every file; each line ends with a newline. */
export type SampleText = Record<SampleFile, string>;

/**
 * The sample's files, account by account, so that any number of accounts takes no more memory than one. Every account is made of its own seed:
 * a larger sample begins with the smaller one.
 */
export function* generateSample(options: Partial<SampleOptions> = {}): Generator<SampleText> {
  const { accounts, seed, dirt } = { ...defaultSampleOptions, ...options };
  yield textOf((file) => [[...sampleColumns[file]]]);
  for (let index = 0; index < accounts; index++) {
    const history = simulateAccount(seed, index);
    const clean = sampleRows(history);
    const rows = dirt ? soilRows(clean, history, seed) : clean;
    // An unquoted comma in a help-desk export: a record with one field too many.
    const broken =
      dirt && index % 211 === 7 ? `T-${history.id}-0,${history.id},2026-02-03 09:15:00,,low,Hello, is anybody there?,1.5,4\n` : '';
    const text = textOf((file) => rows[file]);
    yield { ...text, tickets: text.tickets + broken };
  }
}

function textOf(rowsOf: (file: SampleFile) => readonly (readonly SampleCell[])[]): SampleText {
  const lines = (file: SampleFile) =>
    rowsOf(file)
      .map((row) => `${row.map(csvCell).join(',')}\n`)
      .join('');
  return Object.fromEntries(sampleFileNames.map((file) => [file, lines(file)])) as SampleText;
}

function csvCell(cell: SampleCell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
