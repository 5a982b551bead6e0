import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordScanner } from '../../../electron/engine/import/RecordScanner.ts';

const dialect = { delimiter: ',', quote: '"', skipLines: 0 };

function scan(text: string, cuts: number[] = [], skipLines = 0) {
  const places: [line: number, end: number, blank: boolean][] = [];
  const scanner = new RecordScanner({ ...dialect, skipLines }, (...place) => places.push(place));
  const bytes = Buffer.from(text);
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let index = 1; index < edges.length; index++) scanner.push(bytes.subarray(edges[index - 1], edges[index]));
  scanner.end();
  const { records, blankLines, ends, multiline, insideQuotes, openQuoteLine, nulLine } = scanner;
  return { places, records, blankLines, ends: { ...ends }, multiline, insideQuotes, openQuoteLine, nulLine };
}

test('records, their lines and where they end', () => {
  expect(scan('a,b\n"x\ny",1\n\nlast').places).toEqual([
    [1, 4, false],
    [2, 12, false],
    [4, 13, true],
    [5, 17, false],
  ]);
});

test('a quote inside an unquoted field opens nothing; a doubled one closes nothing', () => {
  expect(scan('5" pipe,1\n"a""\nb",2\n')).toMatchObject({ records: 2, multiline: true, insideQuotes: false });
});

test('an open quote is told with its line', () => {
  expect(scan('a\nb,"c\nd\n')).toMatchObject({ records: 1, insideQuotes: true, openQuoteLine: 2 });
});

test('a mark at the start, skipped lines, line ends of all kinds and NUL bytes', () => {
  expect(scan('\ufefftitle "\n"a",b\r\nc\rd\0\n', [], 1)).toMatchObject({
    records: 3,
    ends: { lineFeed: 1, carriageReturn: 1, pair: 1 },
    nulLine: 4,
  });
});

test('chunks do not matter', () => {
  const text = fc.stringMatching(/^[ab,"\r\n ]{0,40}$/);
  fc.assert(
    fc.property(text, fc.array(fc.nat(50), { maxLength: 6 }), (content, cuts) => {
      expect(scan(content, cuts)).toEqual(scan(content));
    }),
    { numRuns: 500 },
  );
});
