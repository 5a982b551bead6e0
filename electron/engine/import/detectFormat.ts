import { basename, extname } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import type { FileFormat } from '../../../shared/model/source.ts';

/** What a file is, by its content; its name only serves to notice that it says otherwise. */
export interface DetectedFormat {
  format: FileFormat;
  notices: string[];
}

const gzipMagic = Buffer.from([0x1f, 0x8b]);
const textMarks = [Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

const strangers: { magic: Buffer; what: string }[] = [
  { magic: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), what: 'an old Excel workbook (.xls); save it as .xlsx or CSV first' },
  { magic: Buffer.from('%PDF'), what: 'a PDF document' },
  { magic: Buffer.from([0x89, 0x50, 0x4e, 0x47]), what: 'a picture' },
  { magic: Buffer.from([0xff, 0xd8, 0xff]), what: 'a picture' },
  { magic: Buffer.from('SQLite format 3\0'), what: 'an SQLite database; export the table as CSV first' },
  { magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), what: 'a zstd archive; unpack it first' },
  { magic: Buffer.from('BZh'), what: 'a bzip2 archive; unpack it first' },
  { magic: Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), what: 'a 7-zip archive; unpack it first' },
];

const endings: Record<string, FileFormat[]> = {
  '.csv': ['csv'],
  '.tsv': ['csv'],
  '.tab': ['csv'],
  '.json': ['json', 'ndjson'],
  '.ndjson': ['ndjson', 'json'],
  '.jsonl': ['ndjson', 'json'],
  '.parquet': ['parquet'],
  '.pq': ['parquet'],
  '.xlsx': ['xlsx'],
  '.xlsm': ['xlsx'],
  '.xls': ['xlsx'],
};

const formatNames: Record<FileFormat, string> = {
  csv: 'delimited text',
  json: 'JSON',
  ndjson: 'JSON, one object a line',
  parquet: 'Parquet',
  xlsx: 'an Excel workbook',
};

/** Whether the bytes begin a gzip archive. */
export function isGzip(head: Buffer): boolean {
  return head.subarray(0, 2).equals(gzipMagic);
}

/**
 * The format of a file whose (unpacked) content begins with `head`.
 * @throws Failure `file-empty`, `file-not-readable-format`
 */
export function detectFormat(path: string, head: Buffer): DetectedFormat {
  const format = formatOfContent(path, head);
  const ending = extname(path.replace(/\.gz$/i, '')).toLowerCase();
  const promised = endings[ending];
  const notices =
    promised && !promised.includes(format)
      ? [`${basename(path)} is named "${ending}" but holds ${formatNames[format]}; it is read as what it holds.`]
      : [];
  return { format, notices };
}

function formatOfContent(path: string, head: Buffer): FileFormat {
  if (head.length === 0) throw new Failure('file-empty', { file: path });
  if (head.subarray(0, 4).equals(Buffer.from('PAR1'))) return 'parquet';
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return 'xlsx';
  const stranger = strangers.find(({ magic }) => head.subarray(0, magic.length).equals(magic));
  if (stranger) throw new Failure('file-not-supported', { file: path, what: stranger.what });
  if (isUtf16(head)) return 'csv';
  refuseBinary(path, head);
  return formatOfText(path, head.toString('utf8').replace(/^\ufeff/, ''));
}

function formatOfText(path: string, text: string): FileFormat {
  const content = text.trimStart();
  if (content === '') throw new Failure('file-empty', { file: path });
  if (/^\[\s*(\{|\])/.test(content)) return 'json';
  if (!/^\{\s*("|\})/.test(content)) return 'csv';
  const firstLine = content.split('\n', 1)[0]!;
  try {
    JSON.parse(firstLine);
    return 'ndjson';
  } catch {
    // A first line that is no whole object: an object over several lines, or a damaged first line of many.
    return /\n\s*\{/.test(content) && firstLine.trimEnd().length > 2 ? 'ndjson' : 'json';
  }
}

/** UTF-16 by its mark, or by every other byte being zero as in Western text. */
export function isUtf16(head: Buffer): 'le' | 'be' | null {
  if (head.subarray(0, 2).equals(textMarks[1]!)) return 'le';
  if (head.subarray(0, 2).equals(textMarks[2]!)) return 'be';
  const zeros = [0, 0];
  const seen = Math.min(head.length, 4096) & ~1;
  for (let index = 0; index < seen; index++) if (head[index] === 0) zeros[index % 2]!++;
  const enough = seen * 0.3;
  if (seen >= 4 && zeros[1]! > enough && zeros[0]! < enough / 10) return 'le';
  if (seen >= 4 && zeros[0]! > enough && zeros[1]! < enough / 10) return 'be';
  return null;
}

const mostControlBytes = 0.01;

/** Control bytes other than tab, line feed, form feed and carriage return do not occur in text; a stray one is forgiven. */
function refuseBinary(path: string, head: Buffer): void {
  let controls = 0;
  let first = -1;
  for (let index = 0; index < head.length; index++) {
    const byte = head[index]!;
    if (byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13) continue;
    controls++;
    if (first < 0) first = index;
  }
  if (controls > Math.max(2, head.length * mostControlBytes))
    throw new Failure('file-not-supported', { file: path, what: `binary data and no table (byte ${first + 1} is no text)` });
}
