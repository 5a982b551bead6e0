import type { Estimate, Interval } from '../stats/Estimate.ts';
import { percentileInterval } from '../stats/percentileInterval.ts';
import { resampleAccounts } from '../stats/resampleAccounts.ts';
import type { EventsLie } from '../stats/Sample.ts';
import type { CalibrationRows } from './CalibrationRows.ts';
import { type Pace, Pacer } from './Pacer.ts';
import { type ProbabilityCurve, type ProbabilityMethod, pointsToDouble, probabilityAt, probabilityCurve } from './probabilityCurve.ts';
import { scoredSample } from './scoredSample.ts';

/** A curve from score to probability, with the curves other accounts would have given. */
export interface ScoreProbability {
  curve: ProbabilityCurve;
  /** Null where a resample gave none. */
  resampled: (ProbabilityCurve | null)[];
}

/** What the curve is fitted to. */
export interface ProbabilityAsked {
  /** `outcomes` = 1 where the outcome came true. */
  rows: CalibrationRows;
  /** NaN = withheld. */
  scores: Float64Array;
  eventsLie: EventsLie;
  method: ProbabilityMethod;
  resampling: { resamples: number; seed: number };
}

/** The curve on all rows, and again on whole accounts drawn with replacement. Null when the risk runs against the score. */
export async function scoreProbability(
  { rows, scores, eventsLie, method, resampling }: ProbabilityAsked,
  pace: Pace,
): Promise<ScoreProbability | null> {
  const pacer = new Pacer(pace);
  const { values, outcomes, accounts } = scoredSample(rows, scores);
  const curve = probabilityCurve(values, outcomes, eventsLie, method);
  if (curve === null) return null;
  const resampled: (ProbabilityCurve | null)[] = [];
  for (const times of resampleAccounts({ strata: 'none', accounts }, resampling)) {
    await pacer.step(resampled.length / resampling.resamples);
    const drawn = repeated(accounts, times);
    resampled.push(
      probabilityCurve(
        Float64Array.from(drawn, (place) => values[place]!),
        Uint8Array.from(drawn, (place) => outcomes[place]!),
        eventsLie,
        method,
      ),
    );
  }
  return { curve, resampled };
}

/** The place of each observation, as often as its account is drawn. */
function repeated(accounts: Uint32Array, times: Uint16Array): Uint32Array {
  const drawn = new Uint32Array(accounts.reduce((sum, account) => sum + times[account]!, 0));
  let end = 0;
  for (const [place, account] of accounts.entries()) {
    const start = end;
    end += times[account]!;
    drawn.fill(place, start, end);
  }
  return drawn;
}

/** Probability at a score with its 95 % range over the resampled curves; the range is the value itself when they give none. */
export function probabilityRange(
  { curve, resampled }: ScoreProbability,
  score: number,
): { probability: number; low: number; high: number } {
  const probability = probabilityAt(curve, score);
  const [low, high] = rangeOf(resampled, (one) => probabilityAt(one, score)) ?? [probability, probability];
  return { probability, low: Math.min(low, probability), high: Math.max(high, probability) };
}

/** 95 % range over the resampled curves of the points that double the odds; null when too many of them run against the score. */
export function pointsToDoubleRange({ resampled }: ScoreProbability): Interval | null {
  return rangeOf(resampled, pointsToDouble);
}

/** Accounts of a book: score (NaN = withheld) and revenue (NaN = unknown). */
export interface BookAtRisk {
  scores: Float64Array;
  revenue: Float64Array;
}

/**
 * Expected revenue at risk of the accounts that have a score and a revenue: sum of probability x revenue. Its interval is that of the curve, for scores
 * in steps of a tenth of a point; which of the accounts the outcome then hits adds to it.
 */
export function expectedAtRisk(probability: ScoreProbability, { scores, revenue }: BookAtRisk): Estimate {
  return expected(probability, scores, (row) => revenue[row]!);
}

/** Mean probability of the accounts that have a score. */
export function expectedRate(probability: ScoreProbability, scores: Float64Array): Estimate {
  const scored = scores.reduce((count, score) => count + (Number.isNaN(score) ? 0 : 1), 0);
  return expected(probability, scores, () => 1 / scored);
}

const stepsOfScore = 1000;

function expected({ curve, resampled }: ScoreProbability, scores: Float64Array, amountOf: (row: number) => number): Estimate {
  const amounts = new Float64Array(stepsOfScore + 1);
  let [value, used] = [0, 0];
  for (const [row, score] of scores.entries()) {
    const amount = amountOf(row);
    if (Number.isNaN(score) || Number.isNaN(amount)) continue;
    used++;
    value += probabilityAt(curve, score) * amount;
    amounts[Math.round((score * stepsOfScore) / 100)]! += amount;
  }
  const sumOf = (one: ProbabilityCurve) =>
    amounts.reduce((sum, amount, step) => (amount === 0 ? sum : sum + amount * probabilityAt(one, (step * 100) / stepsOfScore)), 0);
  const interval = used === 0 ? null : rangeOf(resampled, sumOf);
  return {
    value: used === 0 ? null : value,
    n: scores.length,
    nMissing: scores.length - used,
    events: null,
    nonEvents: null,
    accounts: used,
    interval,
    method: interval && `account bootstrap of the curve (${resampled.length})`,
    warnings: used === 0 ? ['ALL_MISSING'] : [],
  };
}

function rangeOf(resampled: readonly (ProbabilityCurve | null)[], numberOf: (curve: ProbabilityCurve) => number): Interval | null {
  if (resampled.length === 0) return null;
  return percentileInterval(resampled.map((curve) => curve && numberOf(curve))).interval;
}
