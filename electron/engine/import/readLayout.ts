import type { FileFormat } from '../../../shared/model/source.ts';
import { longestRecordBytes } from './csvTable.ts';
import { detectEncoding } from './detectEncoding.ts';
import { detectFormat, isGzip, isUtf16 } from './detectFormat.ts';
import { jsonLayout } from './jsonLayout.ts';
import type { Layout, ReadContext, Wanted } from './Layout.ts';
import { parquetLayout } from './parquetLayout.ts';
import { readHead } from './readHead.ts';
import { textLayout } from './textLayout.ts';
import { workbookLayout } from './workbookLayout.ts';

/** Enough to see some thousand records; where not even one ends in it, as much as the longest record may have. */
const headBytes = 512 << 10;
const longestHeadBytes = longestRecordBytes + (64 << 10);
const markBytes = 4;

/**
 * How a file is built: format by content, encoding, dialect, sheets, headers.
 * @throws Failure `file-missing`, `file-unreadable`, `file-empty`, `file-not-supported` and those of the formats
 */
export async function readLayout(path: string, wanted: Wanted, context: ReadContext): Promise<Layout> {
  const { head: mark } = await readHead(path, markBytes, false);
  const compressed = isGzip(mark);
  const short = await readHead(path, headBytes, compressed);
  const { head, whole } = short.whole || short.head.includes('\n') ? short : await readHead(path, longestHeadBytes, compressed);
  const detected = detectFormat(path, head);
  const asWanted = isCompatible(wanted.format, detected.format);
  const format = (asWanted && wanted.format) || detected.format;
  const layout = await layoutOf(asWanted ? wanted : {});
  return { ...layout, notices: [...detected.notices, ...layout.notices] };

  async function layoutOf(wanted: Wanted): Promise<Layout> {
    if (format === 'parquet') return parquetLayout(path, context);
    if (format === 'xlsx') return workbookLayout(path, wanted, context);
    const encoding = wanted.encoding && !isUtf16(head) ? { encoding: wanted.encoding, notices: [] } : detectEncoding(head, whole);
    const text = { path, head, whole, compressed, ...encoding };
    return format === 'csv' ? textLayout(text, wanted, context) : jsonLayout(text, format, context);
  }
}

const textFormats = new Set<FileFormat | undefined>(['csv', 'json', 'ndjson']);

/** A stored plan may meet a file that has become another format; among text formats the analyst's word counts. */
function isCompatible(wanted: FileFormat | undefined, detected: FileFormat): boolean {
  return wanted === undefined || wanted === detected || (textFormats.has(wanted) && textFormats.has(detected));
}
