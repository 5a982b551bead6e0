import { expect, test } from 'vitest';
import { sameContent } from '../../../renderer/state/sameContent.ts';

test('the order of keys and absent keys do not matter; the order of a list does', () => {
  expect(sameContent({ a: 1, b: { c: [1, 2], d: undefined } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
  expect(sameContent({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(sameContent({ a: null }, {})).toBe(false);
});
