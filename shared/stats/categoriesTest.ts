import { chiSquareTest } from './chiSquareTest.ts';
import { fisherExact } from './fisherExact.ts';

/** A test of categories that are few enough in each group to be judged. */
export interface CategoriesTest {
  p: number;
  test: 'chi-square' | 'Fisher';
  /** Of all categories, before any were joined. */
  cramersV: number;
  /** Categories that were too rare (an expected count below 5) and were counted as one. */
  joined: number;
}

/**
 * Whether two groups (with the outcome and without; reference and current) differ in their categories: rare ones are counted as one, the
 * rarest first, until every expected count is at least 5; two categories that are still too rare take Fisher's exact test. Null with fewer than two.
 */
export function categoriesTest(one: readonly number[], other: readonly number[]): CategoriesTest | null {
  const whole = chiSquareTest([one, other]);
  if (whole === null) return null;
  const cells = one.map((count, index) => [count, other[index]!] as [number, number]).filter(([a, b]) => a + b > 0);
  cells.sort((a, b) => a[0] + a[1] - b[0] - b[1]);
  let joined = 0;
  let tested = whole;
  while (cells.length > 2 && tested.smallestExpected < 5) {
    const [rarest, next] = cells.splice(0, 2) as [[number, number], [number, number]];
    cells.unshift([rarest[0] + next[0], rarest[1] + next[1]]);
    joined += joined === 0 ? 2 : 1;
    tested = chiSquareTest(transposed(cells))!;
  }
  if (tested.smallestExpected >= 5) return { p: tested.p, test: 'chi-square', cramersV: whole.cramersV, joined };
  const [[a, c], [b, d]] = cells as [[number, number], [number, number]];
  return { p: fisherExact(a, a + b, c, c + d), test: 'Fisher', cramersV: whole.cramersV, joined };
}

function transposed(cells: readonly (readonly [number, number])[]): [number[], number[]] {
  return [cells.map(([count]) => count), cells.map(([, count]) => count)];
}
