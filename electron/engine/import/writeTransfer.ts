import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { StructuredRecord } from './structuredRecord.ts';

const flushCharacters = 1 << 20;

/** Writes the records' fields as CSV that DuckDB reads without doubt: every filled cell quoted, one column a header. Problems are left out. */
export async function writeTransfer(
  path: string,
  headers: readonly string[],
  records: AsyncIterable<StructuredRecord> | Iterable<StructuredRecord>,
  onRecord?: (record: StructuredRecord) => void,
): Promise<void> {
  const file = createWriteStream(path);
  const done = finished(file);
  done.catch(() => {});
  let text = `${headers.map(quoted).join(',')}\n`;
  try {
    for await (const record of records) {
      onRecord?.(record);
      if (!('fields' in record)) continue;
      text += `${headers.map((header) => quoted(record.fields.get(header) ?? null)).join(',')}\n`;
      if (text.length < flushCharacters) continue;
      if (!file.write(text)) await Promise.race([once(file, 'drain'), done]);
      text = '';
    }
    file.end(text);
    await done;
  } finally {
    file.destroy();
  }
}

function quoted(cell: string | null): string {
  return cell === null ? '' : `"${cell.replaceAll('"', '""')}"`;
}
