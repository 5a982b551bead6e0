import type { Dialect } from './RecordScanner.ts';

/** The fields of the first `most` records of a text; blank lines are left out. For headers and previews, not for whole files. */
export function splitRecords(text: string, { delimiter, quote, skipLines }: Dialect, most: number): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  let at = 0;
  for (let line = 0; line < skipLines; line++) at = text.indexOf('\n', at) + 1 || text.length;
  const endField = () => {
    record.push(field);
    field = '';
  };
  const endRecord = () => {
    endField();
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  };
  for (; at < text.length && records.length < most; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== quote) field += character;
      else if (text[at + 1] === quote) field += text[++at];
      else quoted = false;
    } else if (character === quote && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (character === delimiter) endField();
    else if (character === '\n') endRecord();
    else if (character === '\r') {
      if (text[at + 1] === '\n') at++;
      endRecord();
    } else field += character;
  }
  if (records.length < most && (field !== '' || record.length > 0)) endRecord();
  return records;
}
