import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../shared/model/model.ts';
import { bandOf } from '../../shared/scoring/bandOf.ts';
import { auc } from '../../shared/stats/auc.ts';
import { kolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnov.ts';
import { countScores } from '../../shared/whatIf/countScores.ts';
import { scoreLineOf } from '../../shared/whatIf/scoreLineOf.ts';
import { shiftedBookOf } from '../../shared/whatIf/shiftedBookOf.ts';
import { bands } from '../scoring/randomModel.ts';

const scored = fc.record({
  score: fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }).map(Math.fround) },
    fc.constantFrom(0, 60, 79.99951171875, 80, 100, Number.NaN),
  ),
  group: fc.constantFrom(0, 1),
  revenue: fc.integer({ min: 0, max: 1000 }),
});
const rows = fc.array(scored, { minLength: 1, maxLength: 60 });
const model: Pick<Model, 'cuts'> & Model = {
  ...{ id: 'm', name: 'M', dimensions: [], bands, cuts: [60, 79.5], minimumCoverage: 0, segments: [], caps: [] },
};

type Row = { score: number; group: number; revenue: number };

function count(observed: readonly Row[], cellsPerPoint: number) {
  const columns = {
    count: observed.length,
    points: () => new Float32Array(0),
    segment: new Uint16Array(observed.length),
    scoreCeiling: null,
    bandCeiling: null,
  };
  const scores = Float32Array.from(observed, ({ score }) => score);
  const revenue = Float32Array.from(observed, ({ revenue }) => revenue);
  return countScores(
    model,
    columns,
    scores,
    revenue,
    { group: Uint16Array.from(observed, ({ group }) => group), groups: 2 },
    cellsPerPoint,
  );
}

/** The lower edge of the bin a score lies in, as the joint table has it. */
const binned = ({ score }: Row) => {
  const edges = [...Array.from({ length: 1001 }, (_, cell) => cell / 10)];
  return Number.isNaN(score) ? Number.NaN : edges.findLastIndex((edge) => edge <= score + 0.0005);
};

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
            observed.map(({ score }) => -score),
            outcomes,
          )!;
          expect(Math.abs(line.auc! - exact)).toBeLessThanOrEqual(line.aucWithin! + 1e-12);
          const side = (wanted: number) =>
            Float64Array.from(observed.filter(({ group, score }) => group === wanted && !Number.isNaN(score)).map(binned)).sort();
          expect(line.ks).toBeCloseTo(kolmogorovSmirnov(side(1), side(0))!.distance, 12);
        }
        const good = scoreLineOf(
          count(observed, 10),
          bands.map(({ id }) => id),
          { polarity: 'good' },
        );
        if (low !== null) expect(good.auc).toBeCloseTo(1 - low, 12);
        for (const [index, { observations, events }] of line.bands.entries()) {
          const own = observed.filter(({ score }) => (Number.isNaN(score) ? 3 : bandOf(model.cuts, score)) === index);
          expect([observations, events]).toEqual([own.length, own.filter(({ group }) => group === 1).length]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of the book are those of the scored rows', () => {
    fc.assert(
      fc.property(rows, (observed) => {
        const book = shiftedBookOf(count(observed, 1), { accounts: 1, revenue: 1 });
        const known = observed.filter(({ score }) => !Number.isNaN(score));
        const sum = (some: readonly Row[]) => some.reduce((total, { revenue }) => total + revenue, 0);
        expect(book.edges).toContain(79.5);
        for (const [bin, from] of book.edges.slice(0, -1).entries()) {
          const to = book.edges[bin + 1]!;
          const own = known.filter(({ score }) => score + 0.0005 >= from && (score + 0.0005 < to || to === 100));
          expect([book.binAccounts[bin], book.binRevenue[bin]]).toEqual([own.length, sum(own)]);
        }
        for (const before of [0, 1])
          for (const after of [0, 1, 2, 3]) {
            const own = observed.filter(
              ({ score, group }) => group === before && (Number.isNaN(score) ? 3 : bandOf(model.cuts, score)) === after,
            );
            expect([book.migrationAccounts[before]![after], book.migrationRevenue[before]![after]]).toEqual([own.length, sum(own)]);
          }
        if (known.length === 0) expect(book.mean).toBeNull();
        else expect(book.mean).toBeCloseTo(known.reduce((total, { score }) => total + score, 0) / known.length, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('tell the lift of the worst tenth by an even part of the bin it ends in', () => {
    const observed = Array.from({ length: 20 }, (_, index) => ({ score: index < 4 ? 10 : 90, group: index < 2 ? 1 : 0, revenue: 0 }));
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
