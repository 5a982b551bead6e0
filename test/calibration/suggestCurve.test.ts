import { expect, it } from 'vitest';
import { suggestCurve } from '../../shared/calibration/suggestCurve.ts';
import { curve } from '../../shared/model/curve.ts';
import { pointsOf } from '../../shared/scoring/pointsOf.ts';
import { cellOf } from '../../shared/stats/countCells.ts';
import { seededRandom } from '../../shared/stats/seededRandom.ts';
import { simulatedBook } from './simulatedBook.ts';

const book = simulatedBook({ seed: 12, rows: 1500, trueTheta: [4], noise: 1 });
const [signal, noise] = [book.columns[0]!, book.columns[1]!];

function ratesOf(values: Float64Array, cuts: readonly number[]) {
  const bins = Array.from({ length: cuts.length + 1 }, () => ({ n: 0, events: 0 }));
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const bin = bins[cellOf(value, cuts, 'left')]!;
    bin.n++;
    bin.events += book.rows.outcomes[row]!;
  }
  return bins;
}

it('has bins of 5 % of the rows and 5 events, rates that only fall, and points linear in their log odds', () => {
  const suggested = suggestCurve(signal, book.rows);
  expect(suggested.direction).toBe('higher');
  expect(curve.safeParse(suggested.curve).success).toBe(true);
  const bins = ratesOf(signal, suggested.cuts);
  expect(bins.length).toBeGreaterThan(3);
  expect(bins.length).toBeLessThanOrEqual(8);
  for (const { n, events } of bins) {
    expect(n).toBeGreaterThanOrEqual(75);
    expect(events).toBeGreaterThanOrEqual(5);
    expect(n - events).toBeGreaterThanOrEqual(5);
  }
  const odds = bins.map(({ n, events }) => Math.log(events / (n - events)));
  for (const [index, one] of odds.slice(1).entries()) expect(one).toBeLessThan(odds[index]!);
  const { points } = suggested.curve!;
  expect([points[0], points.at(-1)]).toEqual([0, 100]);
  for (const [index, one] of odds.entries()) expect(points[index]).toBeCloseTo((100 * (odds[0]! - one)) / (odds[0]! - odds.at(-1)!), -0.3);
  expect(pointsOf(suggested.curve!, suggested.cuts[0]!)).toBe(points[1]);
});

it('takes the direction from the data unless it is chosen, and says when the data show the other', () => {
  const turned = signal.map((value) => 100 - value);
  expect(suggestCurve(turned, book.rows)).toMatchObject({ direction: 'lower' });
  const against = suggestCurve(turned, book.rows, 'higher');
  expect(against.curve).toBeNull();
  expect(against.sentence).toContain('not the direction the data show');
});

it('leaves missing values out, and gives few bins to noise', () => {
  const gaps = signal.map((value, row) => (row % 4 === 0 ? Number.NaN : value));
  expect(ratesOf(gaps, suggestCurve(gaps, book.rows).cuts).reduce((sum, { n }) => sum + n, 0)).toBe(1125);
  const { informationValue } = suggestCurve(noise, book.rows);
  expect(informationValue ?? 0).toBeLessThan(0.1);
});

it('says why there is none', () => {
  const random = seededRandom(1);
  const few = { ...book.rows, outcomes: Uint8Array.from(book.rows.outcomes, () => (random() < 0.03 ? 1 : 0)) };
  expect(suggestCurve(signal, few)).toMatchObject({ curve: null, warnings: ['FEW_EVENTS'] });
  expect(suggestCurve(new Float64Array(1500).fill(7), book.rows)).toMatchObject({ curve: null, warnings: ['CONSTANT'] });
  expect(suggestCurve(new Float64Array(1500).fill(Number.NaN), book.rows)).toMatchObject({ curve: null, warnings: ['ALL_MISSING'] });
});
