import { describe, expect, it } from 'vitest';
import { rateDifferenceInParts } from '../../shared/comparison/rateDifference.ts';
import { swapSentence } from '../../shared/comparison/swapSentence.ts';
import { type SwapContext, type SwappedRows, swapSetOf } from '../../shared/comparison/swapSetOf.ts';
import { type SwapSet, swapSet } from '../../shared/contract/comparisonCalls.ts';
import { finish } from '../../shared/finish.ts';
import type { Band } from '../../shared/model/model.ts';
import { seededRandom } from '../../shared/stats/seededRandom.ts';

const bands: Band[] = ['Red', 'Yellow', 'Green'].map((name) => ({ id: name.toLowerCase(), name, colour: '#000000', shape: 'circle' }));
const context: SwapContext = {
  ...{ baseline: bands, draft: bands },
  outcome: { name: 'Churned', polarity: 'bad' },
  resampling: { resamples: 200 },
};

/** Numbers as they are written in a country. */
function sentenceIn(locale: string, { groups, outcome }: SwapSet, group: number): string {
  const write = (options: Intl.NumberFormatOptions) => (value: number) => new Intl.NumberFormat(locale, options).format(value);
  const points = write({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return swapSentence(groups[group]!, outcome, { count: write({}), percent: write({ style: 'percent' }), points });
}
const sentence = (found: SwapSet, group: number) => sentenceIn('en-US', found, group);

/** Rows as (before, after, outcome), that many times; every row an account of its own unless `repeated` times. */
function rows(groups: [before: number, after: number, outcome: number, times: number][], repeated = 1): SwappedRows {
  const all = groups.flatMap(([before, after, outcome, times]) => Array.from({ length: times }, () => ({ before, after, outcome })));
  return {
    before: all.map(({ before }) => before),
    after: all.map(({ after }) => after),
    outcomes: all.map(({ outcome }) => outcome),
    accounts: all.map((_, row) => Math.floor(row / repeated)),
  };
}

describe('the swap set', () => {
  it('counts every way of moving, withheld ones into and out of the worst band included', () => {
    const found = swapSetOf(
      rows([
        [1, 0, 1, 20],
        [1, 0, 0, 30],
        [3, 0, 1, 2],
        [0, 1, 0, 10],
        [0, 3, 0, 5],
        [2, 1, 0, 7],
        [1, 2, 0, 4],
        [2, 2, 0, 400],
        [0, 0, 1, 40],
        [3, 2, 0, 3],
      ]),
      context,
    );
    expect(swapSet.parse(found)).toEqual(found);
    expect(found.groups.map(({ id, observations, events }) => [id, observations, events])).toEqual([
      ['newly-worst', 52, 22],
      ['no-longer-worst', 15, 0],
      ['worse', 57, 20],
      ['better', 14, 0],
    ]);
    expect(found.warnings).toContain('TUNED_ON_THESE_DATA');
    expect(found.groups[0]!.restRate).toMatchObject({ events: 40, nonEvents: 429 });
  });

  it('says it in a sentence for an executive (intervals as statsmodels 0.13.5: Wilson, Newcombe)', () => {
    const found = swapSetOf(
      rows([
        [1, 0, 1, 19],
        [1, 0, 0, 39],
        [2, 2, 1, 80],
        [2, 2, 0, 920],
      ]),
      context,
    );
    expect(sentence(found, 0)).toBe(
      'Of the 58 observations that are newly Red and have a known outcome, 19 churned (33%, 22% to 46%) against 8% of the rest, a difference of 13.9 to 37.7 points, which speaks for the draft.',
    );
    expect(sentence(found, 1)).toBe('No observation with a known outcome is no longer Red.');
  });

  it('writes its numbers as they are written where it is read', () => {
    const found = swapSetOf(
      rows([
        [1, 0, 1, 1900],
        [1, 0, 0, 3900],
        [2, 2, 1, 80],
        [2, 2, 0, 920],
      ]),
      context,
    );
    expect(sentenceIn('de-DE', found, 0)).toMatch(/^Of the 5\.800 observations .*, 1\.900 churned .* of 22,\d to 26,\d points/);
  });

  it('turns the judgement round for an outcome that is hoped for', () => {
    const moved = rows([
      [1, 0, 1, 40],
      [1, 0, 0, 10],
      [2, 2, 1, 100],
      [2, 2, 0, 300],
    ]);
    const renewed = { ...context, outcome: { name: 'Renewed', polarity: 'good' as const } };
    expect(sentence(swapSetOf(moved, renewed), 0)).toMatch(/40 renewed .* which speaks against the draft\.$/);
  });

  it('gives counts alone where too few accounts have the outcome, and nothing to compare where everybody moves', () => {
    const few = rows([
      [1, 0, 1, 3],
      [1, 0, 0, 9],
      [2, 2, 0, 100],
    ]);
    expect(sentence(swapSetOf(few, context), 0)).toBe(
      'Of the 12 observations that are newly Red and have a known outcome, 3 churned: too few accounts had (or did not have) the outcome to say more.',
    );
    const everybody = rows([
      [1, 0, 1, 30],
      [1, 0, 0, 30],
    ]);
    expect(swapSetOf(everybody, context).groups[0]).toMatchObject({
      difference: { value: null, interval: null },
      restRate: { value: null },
    });
    expect(sentence(swapSetOf(everybody, context), 0)).toMatch(/30 churned; there is no rest to hold them against\.$/);
  });

  it('resamples accounts as soon as they repeat: the interval of four rows each is about twice as wide', () => {
    const groups: Parameters<typeof rows>[0] = [
      [1, 0, 1, 80],
      [1, 0, 0, 120],
      [2, 2, 1, 80],
      [2, 2, 0, 720],
    ];
    const once = swapSetOf(rows(groups), context).groups[0]!.difference;
    const swapped = swapSetOf(rows(groups, 4), context);
    const repeated = swapped.groups[0]!;
    expect(once.method).toBe('Newcombe');
    expect(repeated.difference.method).toBe('account bootstrap (200)');
    expect(repeated.difference.warnings).toContain('CLUSTERED');
    expect(repeated.difference.value).toBeCloseTo(once.value!, 12);
    const width = ({ interval }: typeof once) => interval![1] - interval![0];
    expect(width(repeated.difference) / width(once)).toBeGreaterThan(1.5);
    expect(width(repeated.difference) / width(once)).toBeLessThan(2.5);
    expect(sentence(swapped, 0)).toContain('(50 accounts)');
  });

  it.each([1, 4])('covers a difference of nothing about 19 times in 20, in groups of unequal size, with %i rows an account', (repeated) => {
    const random = seededRandom(7);
    const trials = 300;
    let covered = 0;
    for (let trial = 0; trial < trials; trial++) {
      const happened = Array.from({ length: 240 }, () => (random() < 0.3 ? 1 : 0));
      const accounts = happened.flatMap((_, account) => Array<number>(repeated).fill(account));
      const sides = accounts.map((account) => (account < 40 ? 0 : 1));
      const outcomes = accounts.map((account) => happened[account]!);
      const [low, high] = finish(rateDifferenceInParts(sides, { outcomes, accounts }, { resamples: 200 })).interval!;
      if (low <= 0 && high >= 0) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.92);
    expect(covered / trials).toBeLessThan(0.985);
  });
});
