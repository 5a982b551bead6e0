import type { Interval } from './Estimate.ts';
import { gammaDraw } from './gammaDraw.ts';
import { sum } from './moments.ts';
import { percentileInterval } from './percentileInterval.ts';
import type { Resampling } from './Sample.ts';
import { seededRandom } from './seededRandom.ts';

/** How much two numbers of the same cells vary with the accounts that happened to be observed. */
export interface CellIntervals {
  informationValue: Interval;
  /** Of the mutual information without its bias. */
  mutualInformation: Interval;
  /** How they were made. */
  method: string;
}

/** How much rows whose accounts repeat vary more than independent ones: on average over what the cells could do (`designEffect`), and the value itself. */
export interface Clustering {
  designEffect: number;
  spread: number;
}

const independent: Clustering = { designEffect: 1, spread: 1 };

const usualResamples = 500;
/** What a cell that was drawn as nothing holds: its logarithm is needed. */
const leastDrawn = 1e-200;

/**
 * Intervals of information value and mutual information with the cells as they are: Bayesian bootstrap (Rubin 1981), in which every account has an
 * exponential weight, so that the weights of a cell add up to a gamma variable of its count; where accounts repeat a row counts as
 * 1 / `spread` of one (Rao and Scott 1981). Both numbers read too high by what noise adds, (cells - 1)(1/m + 1/n) and (cells - 1) / 2N; the
 * resampled ones carry that twice, and twice is taken off their percentiles, not below 0. Plain percentiles hold a value of 0 never, these ones always.
 * @returns null with fewer than two cells or two rows of a class, or without any noise
 */
export function cellBootstrap(
  events: readonly number[],
  nonEvents: readonly number[],
  { designEffect, spread }: Clustering = independent,
  { resamples = usualResamples, seed = 1 }: Resampling = {},
): CellIntervals | null {
  const kept = [...events.keys()].filter((cell) => events[cell]! + nonEvents[cell]! > 0);
  const [m, n] = [sum(events), sum(nonEvents)];
  if (kept.length < 2 || m < 2 || n < 2 || designEffect <= 0 || spread <= 0) return null;
  const added = kept.some((cell) => events[cell] === 0 || nonEvents[cell] === 0) ? 0.5 : 0;
  const [ones, others] = [events, nonEvents].map((counts) => Float64Array.from(kept, (cell) => (counts[cell]! + added) / spread));
  const random = seededRandom(seed);
  const values: number[] = [];
  const informations: number[] = [];
  const [drawnOnes, drawnOthers] = [new Float64Array(kept.length), new Float64Array(kept.length)];
  for (let resample = 0; resample < resamples; resample++) {
    for (let cell = 0; cell < kept.length; cell++) {
      drawnOnes[cell] = Math.max(leastDrawn, gammaDraw(ones![cell]!, random));
      drawnOthers[cell] = Math.max(leastDrawn, gammaDraw(others![cell]!, random));
    }
    const [value, information] = divergencesOf(drawnOnes, drawnOthers);
    values.push(value);
    informations.push(information);
  }
  // The bias of the value goes by the mean over all directions, that of a resampled one by how it was drawn.
  const noise = ((designEffect + spread) / 2) * (kept.length - 1);
  return {
    informationValue: lessBias(values, noise * (1 / m + 1 / n)),
    mutualInformation: lessBias(informations, noise / (2 * (m + n))),
    method: `bootstrap of the bins${spread === 1 ? '' : ', by design effect'} (${resamples}), bias taken off`,
  };
}

/** Information value and mutual information of two classes over cells that are nowhere empty. */
function divergencesOf(ones: Float64Array, others: Float64Array): [number, number] {
  const [m, n] = [sum(ones), sum(others)];
  let [value, information] = [0, 0];
  for (let cell = 0; cell < ones.length; cell++) {
    const [one, other] = [ones[cell]!, others[cell]!];
    const [logOne, logOther, logCell] = [Math.log(one / m), Math.log(other / n), Math.log((one + other) / (m + n))];
    value += (one / m - other / n) * (logOne - logOther);
    information += (one * (logOne - logCell) + other * (logOther - logCell)) / (m + n);
  }
  return [value, information];
}

function lessBias(draws: readonly number[], bias: number): Interval {
  const [low, high] = percentileInterval(draws).interval!;
  return [Math.max(0, low - 2 * bias), Math.max(0, high - 2 * bias)];
}
