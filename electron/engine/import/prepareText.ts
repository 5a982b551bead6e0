import { createReadStream, createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Failure } from '../../../shared/failure.ts';
import { diskFailure } from '../study/diskFailure.ts';
import { csvTable, longestRecordBytes } from './csvTable.ts';
import { decodeText } from './decodeText.ts';
import { fileFailure } from './fileFailure.ts';
import { hashFile } from './hashFile.ts';
import type { Layout, ReadContext } from './Layout.ts';
import { locateRecords } from './locateRecords.ts';
import type { RawTable } from './RawTable.ts';
import { surveyText } from './surveyText.ts';
import type { Preparation, Tally } from './Tally.ts';

/** Line ends of several kinds in one file, which DuckDB cannot read; `prepareText` with `unify` makes them one. */
export class MixedLineEnds extends Error {}

/**
 * Delimited text for DuckDB: the file itself when it is UTF-8 already, else a UTF-8 copy in the working folder.
 * The tally rejects with Failure `quote-unterminated`, or with `MixedLineEnds`.
 */
export async function prepareText(layout: Layout, { workFolder, signal }: ReadContext, unify: boolean): Promise<Preparation<RawTable>> {
  const copied = unify || layout.compressed || layout.encoding !== 'utf-8';
  const path = copied ? join(workFolder, 'text.csv') : layout.path;
  if (copied) await copyAsUtf8(layout, path, signal);
  return { table: csvTable(path, layout, layout.header, layout.headers, true), tally: tallyOf() };

  async function tallyOf(): Promise<Tally> {
    const [{ sha256, scanner }, original] = await Promise.all([
      surveyText(path, layout, signal),
      copied ? hashFile(layout.path, signal) : null,
    ]);
    if (scanner.insideQuotes)
      throw new Failure('quote-unterminated', { file: layout.path, line: scanner.openQuoteLine ?? 1, quote: layout.quote });
    const { lineFeed, carriageReturn, pair } = scanner.ends;
    if ([lineFeed, carriageReturn, pair].filter((count) => count > 0).length > 1) throw new MixedLineEnds();
    // Where there is only one column an empty line is a record without value.
    const counted = scanner.records + (layout.headers.length === 1 ? scanner.blankLines : 0);
    const even = !scanner.multiline && scanner.blankLines === 0;
    return {
      sha256: original ?? sha256,
      records: counted - (layout.header ? 1 : 0),
      broken: [],
      notices:
        scanner.nulLine === null
          ? []
          : [`Line ${scanner.nulLine} of ${basename(layout.path)} holds a NUL byte; it is kept in the text of its cell.`],
      tooLongLine: scanner.longest.bytes > longestRecordBytes ? scanner.longest.line : null,
      firstLine: even ? layout.skipLines + (layout.header ? 2 : 1) : null,
      locate: (rows, refusedAt) => locateRecords(path, layout, rows, refusedAt, signal),
    };
  }
}

async function copyAsUtf8(layout: Layout, target: string, signal: ReadContext['signal']): Promise<void> {
  const steps: Transform[] = [];
  if (layout.compressed) steps.push(createGunzip());
  if (layout.encoding !== 'utf-8') steps.push(decodeText(layout.encoding));
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) stop.abort();
  try {
    await pipeline([createReadStream(layout.path), ...steps, withLineFeeds(), createWriteStream(target)], { signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) throw new Failure('cancelled');
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw new Failure('archive-damaged', { file: layout.path });
    throw syscall === 'write' || code === 'ENOSPC' ? diskFailure(error, target) : fileFailure(error, layout.path);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Carriage returns, alone or before a line feed, become line feeds. */
function withLineFeeds(): Transform {
  let afterReturn = false;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (!afterReturn && !chunk.includes(13)) return done(null, chunk);
      const out = Buffer.alloc(chunk.length);
      let length = 0;
      for (const byte of chunk) {
        if (byte === 13) out[length++] = 10;
        else if (byte !== 10 || !afterReturn) out[length++] = byte;
        afterReturn = byte === 13;
      }
      done(null, out.subarray(0, length));
    },
  });
}
