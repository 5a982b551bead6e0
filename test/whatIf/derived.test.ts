import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShiftedBook } from '../../shared/contract/shiftedBook.ts';
import type { Model } from '../../shared/model/model.ts';
import { bandOf } from '../../shared/scoring/bandOf.ts';
import { auc } from '../../shared/stats/auc.ts';
import { kolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnov.ts';
import { countScores } from '../../shared/whatIf/countScores.ts';
import { scoreLineOf } from '../../shared/whatIf/scoreLineOf.ts';
import { shiftedBookOf } from '../../shared/whatIf/shiftedBookOf.ts';
import { bands } from '../scoring/randomModel.ts';

type Row = Record<'score' | 'group' | 'revenue' | 'segment' | 'scoreCeiling' | 'bandCeiling', number>;

const scored: fc.Arbitrary<Row> = fc.record({
  score: fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }).map(Math.fround) },
    fc.constantFrom(0, 60, 79.99951171875, 80, 100, Number.NaN),
  ),
  group: fc.constantFrom(0, 1),
  revenue: fc.integer({ min: 0, max: 1000 }),
  segment: fc.constantFrom(0, 1, 2),
  scoreCeiling: fc.constantFrom(100, 100, 70, 62.5),
  bandCeiling: fc.constantFrom(2, 2, 1, 0),
});
const rows = fc.array(scored, { minLength: 1, maxLength: 60 });

/** Three segments with the base, one of them with edges of its own. */
const model: Model = {
  ...{ id: 'm', name: 'M', dimensions: [], bands, cuts: [60, 79.5], minimumCoverage: 0, caps: [] },
  segments: [
    { id: 's0', name: 'S', where: 'a > 1', weights: {}, curves: {}, cuts: [40, 65.25] },
    { id: 's1', name: 'T', where: 'a > 0', weights: {}, curves: {} },
  ],
};
const cutsOf = ({ segment }: Row) => model.segments[segment]?.cuts ?? model.cuts;

function count(observed: readonly Row[], cellsPerPoint: number) {
  const columns = {
    count: observed.length,
    points: () => new Float32Array(0),
    segment: Uint16Array.from(observed, ({ segment }) => segment),
    scoreCeiling: Float32Array.from(observed, ({ scoreCeiling }) => scoreCeiling),
    bandCeiling: Uint16Array.from(observed, ({ bandCeiling }) => bandCeiling),
  };
  const scores = Float32Array.from(observed, ({ score }) => score);
  const revenue = Float32Array.from(observed, ({ revenue }) => revenue);
  const group = Uint16Array.from(observed, ({ group }) => group);
  return countScores(model, columns, scores, revenue, { group, groups: 2 }, cellsPerPoint);
}

/** The score under its cap. */
const finalScore = ({ score, scoreCeiling }: Row) => (Number.isNaN(score) ? score : Math.min(score, scoreCeiling));
/** Index of the band under its cap; 3: withheld. */
const bandIndex = (row: Row) => (Number.isNaN(row.score) ? 3 : Math.min(row.bandCeiling, bandOf(cutsOf(row), finalScore(row))));

/** Edges of the bins: tenths of a point, and every cut. */
const edges = [...new Set([...Array.from({ length: 1001 }, (_, cell) => cell / 10), 60, 79.5, 40, 65.25])].sort(
  (one, other) => one - other,
);
/** Number of the bin a score lies in, as the joint table has it. */
const binned = (row: Row) => (Number.isNaN(row.score) ? Number.NaN : edges.findLastIndex((edge) => edge <= finalScore(row) + 0.0005));

/** Rate of events among the worst tenth over that of all, counted account by account, those of one bin mixed evenly. */
function liftOf(observed: readonly Row[]): number {
  const known = observed.filter(({ score }) => !Number.isNaN(score));
  const worst = known.length / 10;
  const shareOfWorst = (row: Row) => {
    const below = known.filter((one) => binned(one) < binned(row)).length;
    const beside = known.filter((one) => binned(one) === binned(row)).length;
    return Math.min(1, Math.max(0, (worst - below) / beside));
  };
  const events = known.filter(({ group }) => group === 1);
  return events.reduce((sum, row) => sum + shareOfWorst(row), 0) / worst / (events.length / known.length);
}

function expectBook(book: ShiftedBook, observed: readonly Row[]): void {
  const known = observed.filter(({ score }) => !Number.isNaN(score));
  const sum = (some: readonly Row[]) => some.reduce((total, { revenue }) => total + revenue, 0);
  expect(book.accounts).toBe(observed.length);
  for (const cut of [60, 79.5, 40, 65.25]) expect(book.edges).toContain(cut);
  for (const [bin, from] of book.edges.slice(0, -1).entries()) {
    const to = book.edges[bin + 1]!;
    const own = known.filter((row) => finalScore(row) + 0.0005 >= from && (finalScore(row) + 0.0005 < to || to === 100));
    expect([book.binAccounts[bin], book.binRevenue[bin]]).toEqual([own.length, sum(own)]);
  }
  for (const before of [0, 1])
    for (const after of [0, 1, 2, 3]) {
      const own = observed.filter((row) => row.group === before && bandIndex(row) === after);
      expect([book.migrationAccounts[before]![after], book.migrationRevenue[before]![after]]).toEqual([own.length, sum(own)]);
    }
  if (known.length === 0) expect(book.mean).toBeNull();
  else expect(book.mean).toBeCloseTo(known.reduce((total, row) => total + finalScore(row), 0) / known.length, 9);
}

describe('numbers derived from the joint table', () => {
  it('of the evidence are those of the scored rows in the same bins, and the AUC is as close to the exact one as it says', () => {
    fc.assert(
      fc.property(rows, (observed) => {
        const line = scoreLineOf(
          count(observed, 10),
          bands.map(({ id }) => id),
          { polarity: 'bad' },
        );
        const outcomes = observed.map(({ group }) => group);
        const low = auc(
          observed.map((row) => -binned(row)),
          outcomes,
        );
        if (low === null) expect(line.auc).toBeNull();
        else {
          expect(line.auc).toBeCloseTo(low, 12);
          const exact = auc(
            observed.map((row) => -finalScore(row)),
            outcomes,
          )!;
          expect(Math.abs(line.auc! - exact)).toBeLessThanOrEqual(line.aucWithin! + 1e-12);
          const side = (wanted: number) =>
            Float64Array.from(observed.filter(({ group, score }) => group === wanted && !Number.isNaN(score)).map(binned)).sort();
          expect(line.liftWorstTenth).toBeCloseTo(liftOf(observed), 9);
          expect(line.ks).toBeCloseTo(kolmogorovSmirnov(side(1), side(0))!.distance, 12);
        }
        const good = scoreLineOf(
          count(observed, 10),
          bands.map(({ id }) => id),
          { polarity: 'good' },
        );
        if (low !== null) expect(good.auc).toBeCloseTo(1 - low, 12);
        for (const [index, { observations, events }] of line.bands.entries()) {
          const own = observed.filter((row) => bandIndex(row) === index);
          expect([observations, events]).toEqual([own.length, own.filter(({ group }) => group === 1).length]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of the book are those of the scored rows', () => {
    fc.assert(
      fc.property(rows, (observed) => {
        const counted = count(observed, 1);
        expectBook(shiftedBookOf(counted, { accounts: 1, revenue: 1 }), observed);
        for (const place of [0, 1, 2]) {
          const own = observed.filter(({ segment }) => segment === place);
          expectBook(shiftedBookOf(counted, { accounts: 1, revenue: 1 }, place), own);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('tell the lift of the worst tenth by an even part of the bin it ends in', () => {
    const observed = Array.from({ length: 20 }, (_, index) => ({
      ...{ score: index < 4 ? 10 : 90, group: index < 2 ? 1 : 0 },
      ...{ revenue: 0, segment: 2, scoreCeiling: 100, bandCeiling: 2 },
    }));
    // The worst two of twenty are half of a bin of four with two events: one of them, so a rate of 0.5 over 2 / 20.
    expect(
      scoreLineOf(
        count(observed, 10),
        bands.map(({ id }) => id),
        { polarity: 'bad' },
      ).liftWorstTenth,
    ).toBeCloseTo(5, 12);
  });
});
