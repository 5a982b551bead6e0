import { expect, test } from 'vitest';
import { sameContent } from '../../../renderer/state/sameContent.ts';

test('the order of keys and absent keys do not matter; the order of a list does', () => {
  expect(sameContent({ a: 1, b: { c: [1, 2], d: undefined } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
  expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sameContent([1, 2], [1, 2, 3])).toBe(false);
  expect(sameContent({ a: null }, {})).toBe(false);
  expect(sameContent({}, [])).toBe(false);
});

test('numbers may differ by a share of their size, when that is asked for', () => {
  const third = { weight: 1 / 3 };
  const almost = { weight: 1 / 3 + 1e-15 };
  expect(sameContent(third, almost)).toBe(false);
  expect(sameContent(third, almost, 1e-9)).toBe(true);
  expect(sameContent(third, { weight: 0.334 }, 1e-9)).toBe(false);
  expect(sameContent({ weight: 0 }, { weight: -0 })).toBe(true);
});
