import { rm } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { CancelSignal, Progress } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Query } from '../database/query.ts';
import type { Session } from '../Session.ts';
import { describeQuery } from './describeQuery.ts';
import { inertColumns } from './inertColumns.ts';
import { placeFile } from './placeFile.ts';
import { writeWorkbook } from './writeWorkbook.ts';

export interface WriteOptions {
  signal: CancelSignal;
  onProgress: (progress: Progress) => void;
}

const copyOptions: Record<string, string> = {
  '.csv': 'format csv, header',
  '.tsv': `format csv, header, delimiter '\t'`,
  '.json': 'format json, array true',
  '.parquet': 'format parquet',
};

/**
 * Writes the rows of a query to a .csv, .tsv, .json, .parquet or .xlsx file: whole or not at all, an existing file is replaced at the end.
 * Text that a spreadsheet would take for a formula is made inert in CSV and TSV; in XLSX text cells are text.
 * @throws Failure `export-ending`, `export-too-large`, `disk-full`, `disk-refused`, `cancelled`
 */
export async function writeTable(
  session: Session,
  query: Query,
  path: string,
  { signal, onProgress }: WriteOptions,
): Promise<{ path: string; rows: number }> {
  const target = resolve(path);
  const ending = extname(target).toLowerCase();
  const work = session.store.workFile(`export${ending}`);
  const { database } = session.analysis;
  const onShare = (share: number) => onProgress({ share, step: 'Writing rows' });
  onShare(0);
  try {
    const rows = ending === '.xlsx' ? await writeWorkbook(database, query, work, target, { signal }) : await copyRows();
    onProgress({ share: 1, step: 'Putting the file in its place' });
    await placeFile(work, target);
    return { path: target, rows };
  } finally {
    await rm(work, { force: true });
  }

  async function copyRows(): Promise<number> {
    const options = copyOptions[ending];
    if (!options) throw new Failure('export-ending', { path: target });
    const delimited = ending === '.csv' || ending === '.tsv';
    const text = delimited ? `select ${inertColumns(await describeQuery(database, query, signal))} from (${query.text})` : query.text;
    const [copied] = await database.rows<{ Count: bigint }>(
      { text: `copy (${text}) to ${quoteText(work)} (${options})`, values: query.values ?? [] },
      { signal, onShare },
    );
    return Number(copied!.Count);
  }
}
