import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MoverKind } from '../../shared/contract/mover.ts';
import { bandTolerance } from '../../shared/scoring/bandOf.ts';
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

/** An account by itself: a run of one. Scores on the cuts and a tolerance away; null: withheld. */
interface Account {
  before: number | null;
  /** Its band in the baseline. */
  group: number;
  after: number | null;
  given: number;
  scoreCeiling: number;
  bandCeiling: number;
}

const cuts = [60, 80];
const score = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 80, max: 200 }).map((halves) => halves / 2) },
  { weight: 2, arbitrary: fc.constantFrom(...cuts.flatMap((cut) => [cut - bandTolerance, cut - 2 * bandTolerance])) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const account: fc.Arbitrary<Account> = fc
  .record({
    ...{ before: score, after: score, group: fc.nat(2), given: fc.integer({ min: 0, max: 100 }) },
    ...{ scoreCeiling: fc.constantFrom(100, 100, 70), bandCeiling: fc.constantFrom(2, 2, 1, 0) },
  })
  .map((drawn) => ({ ...drawn, group: drawn.before === null ? 3 : drawn.group }));
const bandAt = (value: number) => cuts.filter((cut) => value >= cut - bandTolerance).length;

/** What each account moves by, and whether it is one of those asked for, said one account at a time. */
function expectedOf(
  { before, group, after, given, scoreCeiling, bandCeiling }: Account,
  kind: MoverKind,
  ranks: (number | null)[],
  isGiven: boolean,
) {
  const was = before === null ? null : isGiven ? ranks[bandAt(given)]! : ranks[group]!;
  const now = after === null ? null : Math.min(after, scoreCeiling);
  const band = now === null ? null : Math.min(bandAt(now), bandCeiling);
  const change = before === null || now === null ? null : now - Math.fround(before);
  const bands = was === null || band === null ? 0 : band - was;
  const crosses = before === null ? band !== null : band === null || was !== band;
  const isOne = {
    largest: Math.abs(change ?? 0) > 1e-4 || crosses,
    worse: change === null ? bands < 0 : change < -1e-4,
    better: change === null ? bands > 0 : change > 1e-4,
    'newly-worst': band === 0 && was !== 0,
    'newly-best': band === 2 && was !== 2,
    crossing: crosses,
  }[kind];
  return { isOne, size: change === null ? Math.abs(bands) * 1e-9 : Math.abs(change) };
}

it('finds those that move most of each kind, as said account by account', () => {
  const kinds: MoverKind[] = ['largest', 'worse', 'better', 'newly-worst', 'newly-best', 'crossing'];
  fc.assert(
    fc.property(
      fc.array(account, { minLength: 1, maxLength: 30 }),
      fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom(0, 1, 2, null))),
      fc.boolean(),
      fc.integer({ min: 1, max: 8 }),
      (accounts, known, isGiven, limit) => {
        const rows = Uint32Array.from(accounts.keys());
        const runs = accounts.map(({ group, scoreCeiling, bandCeiling }, from) => ({
          ...{ from, to: from + 1, segment: 0, group },
          ...{ scoreCeiling, bandCeiling },
        }));
        const given = isGiven ? Float32Array.from(accounts, (one) => one.given) : null;
        const hand: Hand = {
          arrangement: { rows, runs, ascending: rows, places: rows, segments: 1, groups: 4 },
          ...{ revenue: new Float32Array(rows.length), bands: 3, cellsPerPoint: 1, given, counted: new Map() },
        };
        const placed: Placed = {
          still: [false],
          cuts: [cuts],
          fill: (_, { from }, into) => into.set([accounts[from]!.after ?? Number.NaN]),
        };
        const before = { scores: Float32Array.from(accounts, (one) => one.before ?? Number.NaN), ranks: [...known, null] };
        for (const kind of kinds) {
          const found = topMovers(hand, placed, before, { kind, limit });
          const expected = accounts.map((one) => expectedOf(one, kind, before.ranks, isGiven));
          const sizes = expected.filter(({ isOne }) => isOne).map(({ size }) => size);
          expect(found.every((row) => expected[row]!.isOne)).toBe(true);
          expect(found.map((row) => expected[row]!.size)).toEqual(sizes.sort((one, other) => other - one).slice(0, limit));
          expect(new Set(found).size).toBe(found.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});
