import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import type { ImportPlan, Source } from '../../../shared/model/source.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import { type CompletePlan, completePlan } from './completePlan.ts';
import { longestRecordBytes } from './csvTable.ts';
import { fileFailure } from './fileFailure.ts';
import { LateFields } from './LateFields.ts';
import type { Layout, ReadContext } from './Layout.ts';
import { loadQuery } from './loadQuery.ts';
import { prepareParquet } from './prepareParquet.ts';
import { prepareStructured } from './prepareStructured.ts';
import { MixedLineEnds, prepareText } from './prepareText.ts';
import type { RawTable } from './RawTable.ts';
import { readLayout } from './readLayout.ts';
import { type Refused, readRefused } from './readRefused.ts';
import type { Preparation, Tally } from './Tally.ts';
import { writeRejects } from './writeRejects.ts';

/** What an import made; the files lie in the working folder and are to be moved from there. */
export interface ImportedFile {
  original: Source['original'];
  plan: ImportPlan;
  counts: Source['counts'];
  firstLine: Source['firstLine'];
  data: string;
  rejects: string | null;
  notices: string[];
}

/**
 * How data files are written. Columns with more than a few thousand distinct values are given up as dictionaries early: writing them takes a
 * fifth less time, and with the encodings of version 2 the files are no larger.
 */
const dataFormat = 'format parquet, parquet_version v2, dictionary_size_limit 5000';

/**
 * Reads a file by a plan (or by its own proposal) into Parquet, and lists what could not be read. Rows in the file = loaded + rejected,
 * counted independently, or the import fails. Nothing outside the working folder is touched.
 * @throws the failures of `readLayout` and `completePlan`, `file-changed`, `line-too-long`, `rows-unaccounted`, `cancelled`, `disk-full`
 */
export async function importFile(
  path: string,
  given: ImportPlan | undefined,
  context: ReadContext,
  onProgress: (progress: Progress) => void,
): Promise<ImportedFile> {
  const step = (share: number | null, words: string) => onProgress({ share, step: words });
  step(0, 'Looking at the file');
  const before = await fileState(path);
  let layout = await readLayout(path, given ?? {}, context);
  let complete = await completePlan(layout, given, context);
  const data = join(context.workFolder, 'data.parquet');
  const load = async (unify: boolean) => {
    step(0, 'Preparing the file');
    return loadTable(await prepare(layout, context, unify), complete, data, context, (share) => step(share, 'Reading rows'));
  };
  const { tally, loaded, refused } = await load(false).catch(async (error: unknown) => {
    if (error instanceof MixedLineEnds) return load(true);
    if (!(error instanceof LateFields)) throw error;
    layout = await error.addTo(layout, context.workFolder);
    complete = { ...(await completePlan(layout, complete.plan, context)), notices: [...complete.notices, ...error.notices(true)] };
    return load(false);
  });
  const rejected = refused.length + tally.broken.length;
  if (tally.records !== loaded + rejected) {
    if (tally.tooLongLine !== null) throw new Failure('line-too-long', { file: path, line: tally.tooLongLine, limit: longestRecordBytes });
    throw new Failure('rows-unaccounted', { file: path, records: tally.records, loaded, rejected });
  }
  if (tally.records === 0) throw new Failure('file-without-rows', { file: path, columns: layout.headers.length });

  step(1, 'Listing what did not convert');
  const rejects = join(context.workFolder, 'rejects.parquet');
  const { unconverted, written } = await writeRejects(context, { data, target: rejects, plan: complete.plan, tally, refused });
  const after = await fileState(path);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || after.ino !== before.ino)
    throw new Failure('file-changed', { file: path });
  return {
    original: { path, bytes: before.size, modifiedAt: before.mtime.toISOString(), sha256: tally.sha256 },
    plan: complete.plan,
    counts: { records: tally.records, loaded, rejected, unconverted },
    firstLine: tally.firstLine,
    data,
    rejects: written ? rejects : null,
    // The beginning and the whole of a file can say the same.
    notices: [...new Set([...layout.notices, ...complete.notices, ...tally.notices])],
  };
}

async function fileState(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    throw fileFailure(error, path);
  }
}

function prepare(layout: Layout, context: ReadContext, unify: boolean): Promise<Preparation<RawTable>> {
  if (layout.format === 'csv') return prepareText(layout, context, unify);
  return layout.format === 'parquet' ? prepareParquet(layout, context) : prepareStructured(layout, context);
}

/** Loads the table while the tally is made. Whichever fails first ends both; what the tally found says more than DuckDB's error. */
async function loadTable(
  { table, tally }: Preparation<RawTable>,
  { plan, placed }: CompletePlan,
  data: string,
  { database, signal }: ReadContext,
  onShare: (share: number) => void,
): Promise<{ tally: Tally; loaded: number; refused: Refused[] }> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) stop.abort();
  const counted = tally.catch((error: unknown) => {
    stop.abort();
    throw error;
  });
  const { text, values = [] } = loadQuery(table, placed, plan.nullSpellings);
  const copied = database.run({ text: `copy (${text}) to ${quoteText(data)} (${dataFormat})`, values }, { signal: stop.signal, onShare });
  try {
    const [tallied, copying] = await Promise.allSettled([counted, copied]);
    if (tallied.status === 'rejected') throw tallied.reason;
    if (copying.status === 'rejected') {
      throw /state machine reached an invalid state/.test((copying.reason as Error).message) ? new MixedLineEnds() : copying.reason;
    }
    const [rows] = await database.rows<{ rows: number }>(
      { text: 'select count(*)::double as rows from read_parquet($1)', values: [data] },
      { signal },
    );
    return {
      tally: tallied.value,
      loaded: rows!.rows,
      refused: table.path === undefined ? [] : await readRefused(table.path, nameOf, { database, signal }),
    };
  } finally {
    signal.removeEventListener('abort', onAbort);
  }

  /** DuckDB knows a column as c0, c1 ... */
  function nameOf(column: string | null): string | null {
    const position = Number(column?.slice(1));
    return placed.find((one) => one.position === position)?.plan.name ?? null;
  }
}
