import { unconvertedColumn } from './unconvertedColumn.ts';

export interface NamedColumn {
  header: string;
  name: string;
}

/** Names for a file's columns: the trimmed header; blank ones become `column_3`, repeated ones `name_2`. Unique regardless of case. */
export function nameColumns(
  headers: readonly string[],
  alreadyTaken: readonly string[] = [],
): { columns: NamedColumn[]; notices: string[] } {
  const taken = new Set([unconvertedColumn, ...alreadyTaken.map((name) => name.toLowerCase())]);
  const blank: string[] = [];
  const repeated: string[] = [];
  const wishes = headers.map((header) => header.trim());
  const written = new Set(wishes.map((wish) => wish.toLowerCase()));
  const columns = headers.map((header, index) => {
    const wish = wishes[index]! || `column_${index + 1}`;
    let name = wish;
    for (let count = 2; taken.has(name.toLowerCase()) || (count > 2 && written.has(name.toLowerCase())); count++) name = `${wish}_${count}`;
    taken.add(name.toLowerCase());
    if (wishes[index] === '') blank.push(name);
    else if (name !== wish) repeated.push(`${wish} -> ${name}`);
    return { header, name };
  });
  const notices: string[] = [];
  if (blank.length > 0) notices.push(`${count(blank, 'column has', 'columns have')} no header: named ${sample(blank)}.`);
  if (repeated.length > 0) notices.push(`${count(repeated, 'header is', 'headers are')} repeated: ${sample(repeated)}.`);
  return { columns, notices };
}

const count = (list: string[], one: string, many: string) => `${list.length} ${list.length === 1 ? one : many}`;
const sample = (list: string[]) => list.slice(0, 5).join(', ') + (list.length > 5 ? ' ...' : '');
