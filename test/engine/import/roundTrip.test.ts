import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportPlan } from '../../../shared/model/source.ts';
import { fileWith, importing } from './importing.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[a-z,;|"'\t\n =+@-]{0,12}$/),
  fc.constantFrom('', ' ', '"', '""', "'", '\n', ',', ';', 'NULL', '0012', '1e5', 'é', '日本'),
);

const written = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', "'"),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    width: fc.integer({ min: 2, max: 5 }),
    quoteAll: fc.boolean(),
    lastLineEnds: fc.boolean(),
  })
  .chain((dialect) =>
    fc.record({
      dialect: fc.constant(dialect),
      rows: fc.array(fc.array(cell, { minLength: dialect.width, maxLength: dialect.width }), { minLength: 1, maxLength: 8 }),
    }),
  );

/** A cell of spaces only is missing, as an empty one is. */
const expected = (text: string) => (/^ *$/.test(text) ? null : text);

test('whatever the delimiter and the quotes, the same cells come back and every record is accounted for', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(written, async ({ dialect, rows }) => {
      const { delimiter, quote, lineEnd, width, quoteAll, lastLineEnds } = dialect;
      const clean = rows.map((row) => row.map((text) => text.replaceAll('\r', '')));
      const write = (text: string) => {
        const needed = quoteAll || text.trim() !== text || [delimiter, quote, '"', "'", '\n'].some((one) => text.includes(one));
        return needed ? `${quote}${text.replaceAll(quote, quote + quote)}${quote}` : text;
      };
      const headers = Array.from({ length: width }, (_, index) => `h${index}`);
      const text = [headers, ...clean].map((row) => row.map(write).join(delimiter)).join(lineEnd) + (lastLineEnds ? lineEnd : '');
      const plan: ImportPlan = {
        format: 'csv',
        encoding: 'utf-8',
        compressed: false,
        delimiter,
        quote,
        header: true,
        skipLines: 0,
        nullSpellings: [],
        columns: headers.map((header) => ({ header, name: header, type: 'text', keep: true, decimal: '.' })),
      };
      const imported = await importing(fileWith(text), plan);
      expect(imported.rows).toEqual(clean.map((row) => row.map(expected)));
      expect(imported.counts).toEqual({ records: clean.length, loaded: clean.length, rejected: 0, unconverted: 0 });
    }),
    { numRuns: 60 },
  );
});

test('records of any length: loaded + rejected = records, and what is loaded stays in order', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.stringMatching(/^[a-z"]{1,4}$/), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
      async (records) => {
        const text = `k,a,b\n${records.map((record, index) => [String(index), ...record.map((one) => `"${one.replaceAll('"', '""')}"`)].join(',')).join('\n')}\n`;
        const sound = records.flatMap((record, index) => (record.length === 2 ? [index] : []));
        const imported = await importing(fileWith(text), {
          format: 'csv',
          encoding: 'utf-8',
          compressed: false,
          delimiter: ',',
          quote: '"',
          header: true,
          skipLines: 0,
          nullSpellings: [],
          columns: ['k', 'a', 'b'].map((header) => ({
            header,
            name: header,
            type: header === 'k' ? ('number' as const) : ('text' as const),
            keep: true,
            decimal: '.' as const,
          })),
        });
        expect(imported.counts).toMatchObject({ records: records.length, loaded: sound.length, rejected: records.length - sound.length });
        expect(imported.rows.map(([key]) => key)).toEqual(sound);
        expect(imported.listed.map(({ record }) => record)).toEqual(
          records.flatMap((record, index) => (record.length === 2 ? [] : [index + 1])),
        );
      },
    ),
    { numRuns: 40 },
  );
});
