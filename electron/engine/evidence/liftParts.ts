import type { ScorePerformance } from '../../../shared/contract/scorePerformance.ts';
import { accountBootstrap, withBootstrap } from '../../../shared/stats/accountBootstrap.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { liftTable } from '../../../shared/stats/liftTable.ts';
import type { JudgedScores } from './JudgedScores.ts';
import { outcomeRates } from './outcomeRates.ts';

/** Equal parts of the observations by score, the lowest first, with the outcome's rate, and lift and gain of its bad side; and whether a boundary falls among equal scores. */
export function liftParts(judged: JudgedScores): { parts: ScorePerformance['tenths']; tieAtBoundary: boolean } {
  const { scores, bad, bandsOnly, isYesNo } = judged;
  const { groups, groupOf, tieAtBoundary } = liftTable(scores, bad, { eventsLie: 'low' });
  const rates = outcomeRates({ ...judged, groups: groupOf }, groups.length);
  const draws = isYesNo ? resampledParts(judged, groupOf, groups.length) : null;
  const parts = groups.map(({ from, to, lift, gain, cumulativeLift }, part) => {
    const { rate } = rates[part]!;
    const inferred = (value: number | null, index: number): Estimate | null =>
      draws && value !== null ? resampled({ ...rate, value, interval: null, method: null, warnings: [] }, draws[index]!) : null;
    const liftHere = inferred(lift, part);
    return {
      ...rates[part]!,
      from: bandsOnly ? null : from,
      to: bandsOnly ? null : to,
      lift:
        liftHere && liftHere.interval === null && liftHere.warnings.length === 0 ? { ...liftHere, ...asTheRate(rate, judged) } : liftHere,
      gain: inferred(gain, groups.length + part),
      cumulativeLift: isYesNo ? cumulativeLift : null,
    };
  });
  return { parts, tieAtBoundary };
}

/** Where every resample gives the same, as in a part without events, they say nothing of how far it may be off. */
function resampled(estimate: Estimate, draws: readonly (number | null)[]): Estimate {
  const varies = draws.some((draw) => draw !== draws[0]);
  return varies ? withBootstrap(estimate, draws) : estimate;
}

/** The interval of a part's rate, over the rate of all: of a lift that resamples say nothing of. */
function asTheRate({ interval, method }: Estimate, { bad, scores, eventsLie }: JudgedScores): Pick<Estimate, 'interval' | 'method'> {
  if (!interval) return { interval: null, method: null };
  let [rows, events] = [0, 0];
  for (let row = 0; row < scores.length; row++) {
    if (Number.isNaN(scores[row])) continue;
    rows++;
    events += bad[row]!;
  }
  const [low, high] = eventsLie === 'low' ? interval : [1 - interval[1], 1 - interval[0]];
  return { interval: [(low * rows) / events, (high * rows) / events], method };
}

/** Lift of each part, then gain of each part, on the same resamples; the parts stay as they are. */
function resampledParts({ bad, accounts, resampling }: JudgedScores, groupOf: Int16Array, count: number): (number | null)[][] {
  const [rows, events] = [new Float64Array(count), new Float64Array(count)];
  return accountBootstrap(
    { strata: 'outcome', outcomes: bad, accounts },
    (times) => {
      rows.fill(0);
      events.fill(0);
      for (let row = 0; row < groupOf.length; row++) {
        const part = groupOf[row]!;
        if (part < 0) continue;
        const weight = times[accounts[row]!]!;
        rows[part]! += weight;
        if (bad[row] === 1) events[part]! += weight;
      }
      const [allRows, allEvents] = [sum(rows), sum(events)];
      if (allEvents === 0) return new Array<null>(2 * count).fill(null);
      const base = allEvents / allRows;
      const lifts = Array.from(rows, (size, part) => (size === 0 ? null : events[part]! / size / base));
      const gains = Array.from(events, (_, part) => sum(events.subarray(0, part + 1)) / allEvents);
      return [...lifts, ...gains];
    },
    resampling,
  );
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
