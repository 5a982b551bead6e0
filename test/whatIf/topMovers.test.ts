import { expect, it } from 'vitest';
import type { Hand, Placed } from '../../shared/whatIf/Hand.ts';
import { topMovers } from '../../shared/whatIf/topMovers.ts';

/** One account each: of a baseline's band of which the draft has no counterpart, of one it has, and withheld; bands red, yellow, green. */
function moving(scores: readonly number[]) {
  const runs = scores.map((_, group) => ({ from: group, to: group + 1, segment: 0, group, scoreCeiling: 100, bandCeiling: 2 }));
  const rows = Uint32Array.from(scores.keys());
  const hand: Hand = {
    arrangement: { rows, runs, ascending: rows, places: rows, segments: 1, groups: scores.length },
    ...{ revenue: new Float32Array(scores.length), bands: 3, cellsPerPoint: 1, given: null, counted: new Map() },
  };
  const placed: Placed = { still: [false], cuts: [[60, 80]], fill: ({ group }, _, into) => into.set([scores[group]!]) };
  const before = { scores: Float32Array.of(70, 70, Number.NaN), ranks: [null, 1, null] };
  return topMovers(hand, placed, before, { kind: 'crossing', limit: 5 });
}

it('counts as crossing who is withheld now, whatever the band before, and who is no longer', () => {
  expect(moving([Number.NaN, Number.NaN, Number.NaN])).toEqual([0, 1]);
  expect(moving([65, 70, 65])).toEqual([0, 2]);
  expect(moving([90, 90, 90]).sort()).toEqual([0, 1, 2]);
});
