import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MoverKind } from '../../shared/contract/mover.ts';
import { bandTolerance } from '../../shared/scoring/bandOf.ts';
import type { Hand, Placed } from '../../shared/whatIf/Hand.ts';
import { blockRows } from '../../shared/whatIf/NodeSums.ts';
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

/** Scores on the cuts and a tolerance away; null: withheld, or not known where the baseline has bands only. */
interface Account {
  before: number | null;
  after: number | null;
  given: number;
}

/** Accounts that were in one band of the baseline (3: withheld), under the same ceilings. */
interface Together {
  accounts: Account[];
  segment: number;
  group: number;
  scoreCeiling: number;
  bandCeiling: number;
}

const cuts = [60, 80];
const score = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 80, max: 200 }).map((halves) => halves / 2) },
  { weight: 2, arbitrary: fc.constantFrom(...cuts.flatMap((cut) => [cut - bandTolerance, cut - 2 * bandTolerance])) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const together: fc.Arbitrary<Together> = fc
  .record({
    accounts: fc.array(fc.record({ before: score, after: score, given: fc.integer({ min: 0, max: 100 }) }), { minLength: 1, maxLength: 9 }),
    ...{ segment: fc.nat(1), group: fc.nat(3) },
    ...{ scoreCeiling: fc.constantFrom(100, 100, 70), bandCeiling: fc.constantFrom(2, 2, 1, 0) },
  })
  .map((drawn) => (drawn.group < 3 ? drawn : { ...drawn, accounts: drawn.accounts.map((one) => ({ ...one, before: null })) }));
const bandAt = (value: number) => cuts.filter((cut) => value >= cut - bandTolerance).length;

/** What an account moves by, and whether it is one of those asked for, said of one account at a time. */
function expectedOf(
  { before, after, given }: Account,
  { group, scoreCeiling, bandCeiling }: Together,
  kind: MoverKind,
  ranks: readonly (number | null)[],
  isGiven: boolean,
) {
  const wasWithheld = group === 3;
  const was = wasWithheld ? null : isGiven ? ranks[bandAt(given)]! : ranks[group]!;
  const now = after === null ? null : Math.min(after, scoreCeiling);
  const band = now === null ? null : Math.min(bandAt(now), bandCeiling);
  const change = before === null || now === null ? null : now - Math.fround(before);
  const bands = was === null || band === null ? 0 : band - was;
  const crosses = wasWithheld ? band !== null : band === null || was !== band;
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

it('finds those that move most of each kind, in all segments or one, as said account by account', () => {
  const kinds: MoverKind[] = ['largest', 'worse', 'better', 'newly-worst', 'newly-best', 'crossing'];
  fc.assert(
    fc.property(
      fc.array(together, { minLength: 1, maxLength: 8 }),
      fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom(0, 1, 2, null))),
      fc.boolean(),
      fc.constantFrom(null, null, 0, 1),
      fc.integer({ min: 1, max: 8 }),
      (all, known, isGiven, only, limit) => {
        const accounts = all.flatMap((run) => run.accounts.map((account) => ({ account, run })));
        const runs = all.map(({ accounts: own, ...alike }, index) => {
          const from = all.slice(0, index).reduce((sum, run) => sum + run.accounts.length, 0);
          return { ...alike, from, to: from + own.length };
        });
        const rows = Uint32Array.from(accounts.keys()).reverse();
        const given = isGiven ? Float32Array.from(accounts, ({ account }) => account.given) : null;
        const hand: Hand = {
          arrangement: { rows, runs, ascending: rows, places: rows, segments: 2, groups: 4 },
          ...{ revenue: new Float32Array(rows.length), bands: 3, cellsPerPoint: 1, given, counted: new Map() },
        };
        const placed: Placed = {
          ...{ still: [false, false], cuts: [cuts, cuts] },
          fill: (_, { from, to }, into) => into.set(accounts.slice(from, to).map(({ account }) => account.after ?? Number.NaN)),
        };
        const before = { scores: Float32Array.from(accounts, ({ account }) => account.before ?? Number.NaN), ranks: [...known, null] };
        for (const kind of kinds) {
          const expected = accounts.map(({ account, run }) => {
            const { isOne, size } = expectedOf(account, run, kind, before.ranks, isGiven);
            return { isOne: isOne && (only === null || run.segment === only), size };
          });
          const found = topMovers(hand, placed, before, { kind, limit }, only).map((row) => rows.indexOf(row));
          const sizes = expected.filter(({ isOne }) => isOne).map(({ size }) => size);
          expect(found.every((entry) => expected[entry]!.isOne)).toBe(true);
          expect(found.map((entry) => expected[entry]!.size)).toEqual(sizes.sort((one, other) => other - one).slice(0, limit));
          expect(new Set(found).size).toBe(found.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('finds the largest beyond the first block', () => {
  const count = 2 * blockRows + 3;
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  const hand: Hand = {
    arrangement: {
      ...{ rows, ascending: rows, places: rows, segments: 1, groups: 2 },
      runs: [{ from: 0, to: count, segment: 0, group: 0, scoreCeiling: 100, bandCeiling: 2 }],
    },
    ...{ revenue: new Float32Array(count), bands: 3, cellsPerPoint: 1, given: null, counted: new Map() },
  };
  const after = (entry: number) => (entry % 1000) / 100 + (entry >= count - 2 ? 50 : 0);
  const placed: Placed = {
    ...{ still: [false], cuts: [[60, 80]] },
    fill: (_, { from, to }, into) => into.set(Float64Array.from({ length: to - from }, (_, place) => after(from + place))),
  };
  const found = topMovers(hand, placed, { scores: new Float32Array(count), ranks: [0, null] }, { kind: 'largest', limit: 6 });
  const expected = [...rows].sort((one, other) => after(other) - after(one)).slice(0, 6);
  expect(found.map(after)).toEqual(expected.map(after));
});
