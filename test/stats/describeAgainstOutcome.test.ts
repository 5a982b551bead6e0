import { expect, it } from 'vitest';
import { accountBootstrap } from '../../shared/stats/accountBootstrap.ts';
import { aucEstimate } from '../../shared/stats/aucEstimate.ts';
import { pearson, spearman } from '../../shared/stats/correlation.ts';
import { describeAgainstOutcome } from '../../shared/stats/describeAgainstOutcome.ts';
import { cellsBetween, publishedCells, shownCells } from '../../shared/stats/outcomeCells.ts';
import { percentileInterval } from '../../shared/stats/percentileInterval.ts';
import { splitByOutcome } from '../../shared/stats/splitByOutcome.ts';
import { draws } from './draws.ts';

const draw = draws(21);
const accounts = Array.from({ length: 600 }, (_, row) => row >> 1);
const levels = Array.from({ length: 300 }, () => draw.normal());
/** A fifth missing; what is missing was lost more often; low values were lost more often. */
const values = accounts.map((account, row) => (row % 5 === 0 ? Number.NaN : levels[account]! + 0.3 * draw.normal()));
const outcomes = values.map((value) => (draw.uniform() < (Number.isNaN(value) ? 0.6 : 1 / (1 + Math.exp(1.5 + value))) ? 1 : 0));

it('counts missing values in a cell of their own, and beside the AUC', () => {
  const found = describeAgainstOutcome({ values, outcomes, accounts });
  const inCells = [...found.cells.events, ...found.cells.nonEvents].reduce((sum, count) => sum + count, 0);
  expect([inCells, found.missing.events + found.missing.nonEvents]).toEqual([480, 120]);
  expect(found.auc).toMatchObject({ n: 600, nMissing: 120, accounts: 300 });
  expect(found.informationValue.weights.at(-1)).toBeGreaterThan(0.5);
});

it('goes by account when accounts repeat: the intervals are those of a bootstrap', () => {
  const found = describeAgainstOutcome({ values, outcomes, accounts });
  const resampled = aucEstimate({ values, outcomes, accounts });
  expect(found).toMatchObject({ test: 'DeLong by account', spearman: { p: null, warnings: ['CLUSTERED'] } });
  expect(found.auc.method).toBe('DeLong by account');
  for (const end of [0, 1]) expect(Math.abs(found.auc.interval![end]! - resampled.interval![end]!)).toBeLessThan(0.01);
  const rows = values
    .map((value, row) => ({ value, outcome: outcomes[row]!, account: accounts[row]! }))
    .filter(({ value }) => !Number.isNaN(value));
  for (const [correlation, own] of [
    [pearson, found.correlation],
    [spearman, found.spearman],
  ] as const) {
    const [draws] = accountBootstrap({ strata: 'none', accounts: rows.map(({ account }) => account) }, (times) => {
      const drawn = rows.flatMap((row) => Array<typeof row>(times[row.account]!).fill(row));
      return [
        correlation(
          drawn.map(({ value }) => value),
          drawn.map(({ outcome }) => outcome),
        ).value,
      ];
    });
    const { interval } = percentileInterval(draws!);
    for (const end of [0, 1]) expect(Math.abs(own.interval![end]! - interval![end]!)).toBeLessThan(0.015);
  }
  const alone = describeAgainstOutcome({ values, outcomes, accounts: [...accounts.keys()] });
  expect(alone).toMatchObject({ test: 'Mann-Whitney', auc: { method: 'DeLong' }, spearman: { p: expect.any(Number) } });
});

it('cells hold the rows without a value too: accounts that repeat only there change what is told of cells, and nothing that is of present values', () => {
  const present = 400;
  const lost = Array.from({ length: 60 }, () => (draw.uniform() < 0.5 ? 1 : 0));
  const owners = Array.from({ length: present + 600 }, (_, row) => (row < present ? row : present + (row % 60)));
  const levels = owners.map((_, row) => (row < present ? draw.normal() : Number.NaN));
  const happened = owners.map((account, row) => (row < present ? Number(draw.uniform() < 0.5) : lost[account - present]!));
  const found = describeAgainstOutcome({ values: levels, outcomes: happened, accounts: owners });
  const alone = describeAgainstOutcome({ values: levels, outcomes: happened, accounts: [...owners.keys()] });
  expect(found.cellIntervals).not.toEqual(alone.cellIntervals);
  expect(found.informationValue.nullLine!).toBeGreaterThan(1.1 * alone.informationValue.nullLine!);
  for (const number of ['spearman', 'correlation', 'kolmogorovSmirnov', 'distanceInterval', 'p', 'test'] as const)
    expect(found[number]).toEqual(alone[number]);
  expect(found.auc).toEqual(alone.auc);
});

it('tells a steady metric from one that is bad at both ends', () => {
  const even = Array.from({ length: 2000 }, (_, row) => row % 100);
  const risk = (rateOf: (value: number) => number) => even.map((value) => (draw.uniform() < rateOf(value) ? 1 : 0));
  const steady = describeAgainstOutcome({ values: even, outcomes: risk((value) => 0.5 - value / 250), accounts: [...even.keys()] });
  const ends = describeAgainstOutcome({
    values: even,
    outcomes: risk((value) => 0.1 + ((value - 50) / 75) ** 2),
    accounts: [...even.keys()],
  });
  expect(steady.trend).toBeLessThan(-0.8);
  expect(Math.abs(ends.trend!)).toBeLessThan(0.5);
  expect(ends.informationValue.value).toBeGreaterThan(3 * ends.informationValue.nullLine!);
  expect(Math.abs(ends.auc.value! - 0.5)).toBeLessThan(0.05);
});

it('shows cells that hold their lower edge and are thick enough; published ones hold their upper edge and are as they come', () => {
  const whole = Array.from({ length: 200 }, (_, row) => Math.floor(row / 20));
  const split = splitByOutcome(
    whole,
    whole.map((value, row) => (value === 9 || row % 4 === 0 ? 1 : 0)),
  );
  expect(cellsBetween(split, [3, 9])).toEqual({ edges: [3, 9], events: [15, 30, 20], nonEvents: [45, 90, 0] });
  const shown = shownCells(split);
  expect(shown.events.every((count, cell) => count >= 5 && shown.nonEvents[cell]! >= 5)).toBe(true);
  expect(shown.edges).not.toContain(9);
  const published = publishedCells(split);
  expect(published.events.at(-1)! + published.nonEvents.at(-1)!).toBeLessThanOrEqual(20);
  expect(published.edges[0]).toBeLessThan(1);
});
