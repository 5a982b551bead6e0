import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const lines = { '000': 82, '001': 80, '002': 29, '003': 30 };

it('docs/SEEDS.md answers every line of the four texts', () => {
  const rows = readFileSync('docs/SEEDS.md', 'utf8')
    .split('\n')
    .filter((row) => /^\| \d{3}-\d\d/.test(row));
  const answered = new Set<string>();
  for (const row of rows) {
    const [, numbers, , answer] = row.split('|');
    expect(answer!.trim(), numbers).toMatch(/^(Here|Partly|Planned|Not built)/);
    for (const [, text, from, to = from] of numbers!.matchAll(/(\d{3})-(\d\d)(?: to \1-(\d\d))?/g))
      for (let line = Number(from); line <= Number(to); line++) answered.add(`${text}-${line}`);
  }
  for (const [text, count] of Object.entries(lines))
    for (let line = 1; line <= count; line++) expect(answered, `${text}-${line}`).toContain(`${text}-${line}`);
});
