import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightAt } from '../../../renderer/charts/UnitCurves.tsx';
import { movedCut, withCut } from '../../../renderer/views/evidence/metrics/editedCuts.ts';
import { stepsFromBins } from '../../../renderer/views/evidence/metrics/stepsFromBins.ts';
import { whyNoCurve } from '../../../renderer/views/evidence/metrics/whyNoCurve.ts';
import { bandGroups } from '../../../renderer/views/evidence/rateGroups.ts';
import { startingBands } from '../../../renderer/views/model/edit/bands.ts';
import { curve } from '../../../shared/model/curve.ts';
import { estimate } from './estimates.ts';

const bin = (rate: number | null, weightOfEvidence: number | null, missing = false) => ({
  missing,
  rate: estimate(rate),
  weightOfEvidence,
});

describe('bins as a curve', () => {
  it('earn points linear in the log odds, most where least of what is feared happens', () => {
    const bins = [bin(0.3, 1), bin(0.1, 0), bin(0.05, -1), bin(0.9, 3, true)];
    expect(stepsFromBins(bins, [5, 20], 'bad')).toEqual({ kind: 'steps', cuts: [5, 20], points: [0, 50, 100] });
    expect(stepsFromBins(bins, [5, 20], 'good')?.points).toEqual([100, 50, 0]);
  });

  it('are linear in the mean where the outcome is a number', () => {
    expect(stepsFromBins([bin(2, null), bin(4, null), bin(10, null)], [1, 2], 'good')?.points).toEqual([0, 25, 100]);
  });

  it('give no curve while they do not belong to the cut points, are empty, or tell nothing apart', () => {
    expect(stepsFromBins([bin(0.1, 0), bin(0.2, 1)], [5, 20], 'bad')).toBeNull();
    expect(stepsFromBins([bin(0.1, 0), bin(null, null)], [5], 'bad')).toBeNull();
    expect(stepsFromBins([bin(0.1, 0), bin(0.1, 0)], [5], 'bad')).toBeNull();
  });

  it('make none where they hold too few accounts or not all that the curve would be for, and say so', () => {
    expect(whyNoCurve({ warnings: ['FEW_EVENTS'] }, {})).toContain('Too few accounts');
    for (const treated of ['treated', 'untreated'] as const)
      expect(whyNoCurve({ warnings: [] }, { segment: 'large', treated })).toContain('leave some of them out');
    expect(whyNoCurve({ warnings: [] }, { segment: 'large' })).toBeNull();
  });

  it('are always a valid curve', () => {
    const levels = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(levels, fc.constantFrom('bad', 'good'), (woes, polarity) => {
        const cuts = woes.slice(1).map((_, index) => index);
        const made = stepsFromBins(
          woes.map((woe) => bin(0.5, woe)),
          cuts,
          polarity,
        );
        if (made === null) expect(new Set(woes.map((woe) => woe + 0)).size).toBe(1);
        else expect(curve.safeParse(made).success).toBe(true);
      }),
    );
  });
});

it('keeps cut points rising, however one is moved or added', () => {
  const cuts = fc
    .uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 8 })
    .map((list) => list.sort((a, b) => a - b));
  const rises = (list: readonly number[]) => list.every((cut, index) => index === 0 || list[index - 1]! < cut);
  fc.assert(
    fc.property(cuts, fc.nat(7), fc.double({ min: -500, max: 500, noNaN: true }), (list, place, to) => {
      expect(rises(movedCut(list, place % list.length, to, 0.5))).toBe(true);
      expect(rises(withCut(list, to))).toBe(true);
    }),
  );
  expect(movedCut([1, 5, 9], 1, 20, 0.5)).toEqual([1, 8.5, 9]);
  expect(withCut([1, 5], 5)).toEqual([1, 5]);
});

it('reads a curve between its points, at steps and at both ends', () => {
  const points: [number, number][] = [
    [0, 0],
    [0.2, 0.6],
    [0.2, 0.8],
    [1, 1],
  ];
  expect([0, 0.1, 0.2, 0.6, 1].map((share) => heightAt({ points }, share))).toEqual([0, 0.3, 0.8, 0.9, 1]);
  expect(heightAt({ points: [] }, 0.5)).toBe(0);
});

it('draws withheld scores only where there are enough of them', () => {
  const rate = (band: string, observations: number) => ({ band, name: band, observations, rate: estimate(0.1) });
  const drawn = (withheld: number) =>
    bandGroups([rate('red', 3), rate('withheld', withheld)], startingBands.bands).map(({ label }) => label);
  expect(drawn(9)).toEqual(['red']);
  expect(drawn(10)).toEqual(['red', 'Not enough data']);
});
