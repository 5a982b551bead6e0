import { readFileSync } from 'node:fs';

/** Rows of a plain CSV file (no quotes) as text by column name. */
export function readReference(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index]!]));
  });
}
