import { join } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import { csvTable } from './csvTable.ts';
import { jsonRecords } from './jsonRecords.ts';
import { type Layout, noDialect, type ReadContext } from './Layout.ts';
import type { StructuredRecord } from './structuredRecord.ts';
import type { TextHead } from './textLayout.ts';
import { writeTransfer } from './writeTransfer.ts';

/** Fields are looked for in the first records; `LateFields` adds the others. */
const recordsSeen = 5_000;

/** The layout of JSON: the fields of its objects, in order of first appearance. @throws Failure `file-without-rows`, `json-damaged` */
export async function jsonLayout(text: TextHead, format: 'json' | 'ndjson', { workFolder, signal }: ReadContext): Promise<Layout> {
  const { path, encoding, compressed, notices } = text;
  const seen: StructuredRecord[] = [];
  const headers = new Set<string>();
  for await (const record of jsonRecords({ path, encoding, compressed, format }, signal)) {
    seen.push(record);
    if ('fields' in record) for (const name of record.fields.keys()) headers.add(name);
    if (seen.length === recordsSeen) break;
  }
  if (headers.size === 0) throw new Failure('file-without-rows', { file: path, columns: 0 });
  const beginning = join(workFolder, 'beginning.csv');
  await writeTransfer(beginning, [...headers], seen);
  const rejected = seen.filter((record) => 'problem' in record).length;
  return {
    ...noDialect,
    path,
    format,
    encoding,
    compressed,
    headers: [...headers],
    beginning: csvTable(beginning, noDialect, true, [...headers]),
    ...(seen.length === recordsSeen ? { fieldsOfFirst: recordsSeen } : {}),
    notices:
      rejected > 0
        ? [...notices, `${rejected} of the first ${seen.length} records are no JSON objects; they will be rejected and listed.`]
        : notices,
  };
}
