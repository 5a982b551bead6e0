import { expect, it } from 'vitest';
import { jsonErrorLine } from '../../shared/jsonErrorLine.ts';

const long = JSON.stringify({ list: Array.from({ length: 500 }, (_, at) => ({ id: `metric_${at}`, weight: at })) }, null, 1);
const lines = long.split('\n');

it.each([
  ['{\n  "metrics": [,]\n}', 2],
  ['{\n  "a": 1,\n}', 3],
  ['{\n  "a": tru,\n  "b": 2\n}', 2],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  "a": [1,\n', 3],
  ['{\n\n"abc', 3],
  ['', 1],
  ['x', 1],
  [lines.map((line, at) => (at === 700 ? line.replace(':', ': ?') : line)).join('\n'), 701],
])('finds the line of %j', (text, line) => {
  let error: unknown;
  try {
    JSON.parse(text);
  } catch (thrown) {
    error = thrown;
  }
  expect(jsonErrorLine(text, error as SyntaxError)).toBe(line);
});
