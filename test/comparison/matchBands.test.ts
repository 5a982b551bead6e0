import { expect, it } from 'vitest';
import { bandNamed, matchBands } from '../../shared/comparison/matchBands.ts';
import type { Band } from '../../shared/model/model.ts';

const bands = (...words: string[]): Band[] =>
  words.map((word) => {
    const [id, name, letter] = word.split('/');
    return { id: id!, name: name ?? id!, colour: '#000000', shape: 'circle', ...(letter ? { letter } : {}) };
  });

it.each<[string, Band[], Band[], (number | null)[]]>([
  ['by id, wherever they stand', bands('red', 'amber', 'green'), bands('green', 'red'), [1, null, 0]],
  ['by name or letter', bands('a/Poor/C', 'b/Good/A'), bands('x/ poor', 'y/Fine/a'), [0, 1]],
  ['by position where both have as many', bands('a', 'b', 'c'), bands('x', 'y', 'z'), [0, 1, 2]],
  ['the worst with the worst and the best with the best', bands('a', 'b', 'c', 'd'), bands('x', 'y'), [0, null, null, 1]],
  ['one with many', bands('a'), bands('x', 'y'), [0]],
])('bands correspond %s', (_, from, to, expected) => {
  expect(matchBands(from, to)).toEqual(expected);
});

it('knows a band by its id, name or letter, ignoring case and surrounding spaces', () => {
  const three = bands('red/At risk/C', 'green/Healthy/A');
  expect([' AT RISK ', 'c', 'Green', 'healthy', 'blue', ''].map((word) => bandNamed(three, word))).toEqual([0, 0, 1, 1, null, null]);
});
