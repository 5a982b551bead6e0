import type { ScoreSlice } from '../../../shared/contract/scorePerformance.ts';
import { finish } from '../../../shared/finish.ts';
import { accountBootstrap, withBootstrap } from '../../../shared/stats/accountBootstrap.ts';
import { resampledAuc } from '../../../shared/stats/aucEstimate.ts';
import { spearman } from '../../../shared/stats/correlation.ts';
import { countObservations, emptyEstimate } from '../../../shared/stats/countObservations.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { resampledKolmogorovSmirnov } from '../../../shared/stats/kolmogorovSmirnovEstimate.ts';
import { resampledLift } from '../../../shared/stats/liftEstimate.ts';
import { midranks } from '../../../shared/stats/midranks.ts';
import { intervalsInParts } from '../../../shared/stats/resampledEstimate.ts';
import type { JudgedScores } from './JudgedScores.ts';

/** How well a score ranks an outcome; of a number only the rank correlation, of yes and no everything else. */
export type Discrimination = Pick<ScoreSlice, 'auc' | 'ks' | 'liftWorstTenth' | 'spearman'>;

/** All of it with intervals; events are the bad side of the outcome. AUC above one half: the score does what it should. */
export function discrimination(judged: JudgedScores): Discrimination {
  return finish(discriminationInParts(judged));
}

/** The same, resample by resample: who walks through may pause between them. */
export function* discriminationInParts(judged: JudgedScores): Generator<undefined, Discrimination> {
  if (!judged.isYesNo) return { auc: null, ks: null, liftWorstTenth: null, spearman: rankCorrelation(judged) };
  const sample = { values: judged.scores, outcomes: judged.bad, accounts: judged.accounts };
  // Each sorts the scores.
  const ofAuc = resampledAuc(sample, 'low');
  yield;
  const ofKs = resampledKolmogorovSmirnov(sample);
  yield;
  const ofLift = resampledLift(sample, 'low');
  yield;
  const [auc, ks, liftWorstTenth] = yield* intervalsInParts(sample, [ofAuc, ofKs, ofLift], judged.resampling);
  return { auc: auc!, ks: ks!, liftWorstTenth: liftWorstTenth!, spearman: null };
}

/** What a rank correlation is taken of. */
type Ranked = Pick<JudgedScores, 'scores' | 'outcomes' | 'accounts' | 'resampling'>;

/** Spearman's correlation of score and number: Fisher's interval, or of an account bootstrap that keeps the ranks as soon as accounts repeat. */
export function rankCorrelation(ranked: Ranked): Estimate {
  const { outcomes } = ranked;
  const values = Float64Array.from(ranked.scores, (score, row) => (Number.isNaN(outcomes[row]) ? Number.NaN : score));
  const { value, interval, warnings } = spearman(values, outcomes);
  const plain = plainOf(ranked, values, { value, interval, method: interval && 'Fisher', warnings });
  if (interval === null || plain.accounts === plain.n - plain.nMissing) return plain;
  return bootstrapped(ranked, values, { ...plain, warnings: [...warnings, 'CLUSTERED'] }, (correlate) => correlate(ranked.scores));
}

/** How much higher the rank correlation of the first score is, on the rows that have both, with an interval of an account bootstrap that keeps the ranks. */
export function rankCorrelationDifference(ranked: Ranked, other: Float64Array): Estimate {
  const both = ranked.scores.map((score, row) => (Number.isNaN(other[row]) || Number.isNaN(ranked.outcomes[row]) ? Number.NaN : score));
  const [one, two] = [both, other.map((score, row) => (Number.isNaN(both[row]) ? Number.NaN : score))].map(
    (scores) => spearman(scores, ranked.outcomes).value,
  );
  const value = one == null || two == null ? null : one - two;
  const plain = plainOf(ranked, both, { value, interval: null, method: null, warnings: [] });
  if (value === null || plain.accounts! < 2) return plain;
  return bootstrapped(ranked, both, plain, (correlate) => {
    const [first, second] = [correlate(both), correlate(other)];
    return first === null || second === null ? null : first - second;
  });
}

function plainOf(
  { accounts }: Ranked,
  values: Float64Array,
  found: Pick<Estimate, 'value' | 'interval' | 'method' | 'warnings'>,
): Estimate {
  const counts = countObservations({ values, outcomes: new Uint8Array(values.length), accounts });
  return { ...emptyEstimate(counts), events: null, nonEvents: null, ...found };
}

/** Draws whole accounts among the rows present; `numberOf` may ask for the correlation of several scores with the outcome in one resample. */
function bootstrapped(
  { outcomes, accounts, resampling }: Ranked,
  values: Float64Array,
  plain: Estimate,
  numberOf: (correlate: (scores: Float64Array) => number | null) => number | null,
): Estimate {
  const rows = Uint32Array.from(values, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
  const ranks = new Map<Float64Array, Float64Array>();
  const ranksOf = (column: Float64Array) => {
    const known = ranks.get(column) ?? midranks(Float64Array.from(rows, (row) => column[row]!));
    ranks.set(column, known);
    return known;
  };
  const owners = Uint32Array.from(rows, (row) => accounts[row]!);
  const [draws] = accountBootstrap(
    { strata: 'none', accounts: owners },
    (times) => [numberOf((scores) => weightedCorrelation(ranksOf(scores), ranksOf(outcomes), owners, times))],
    resampling,
  );
  return withBootstrap(plain, draws!);
}

function weightedCorrelation(one: Float64Array, other: Float64Array, accounts: Uint32Array, times: Uint16Array): number | null {
  let [size, sumOne, sumOther, squaresOne, squaresOther, products] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < one.length; row++) {
    const weight = times[accounts[row]!]!;
    const [x, y] = [one[row]!, other[row]!];
    size += weight;
    sumOne += weight * x;
    sumOther += weight * y;
    squaresOne += weight * x * x;
    squaresOther += weight * y * y;
    products += weight * x * y;
  }
  const spread = (squares: number, sum: number) => squares - (sum * sum) / size;
  const scale = Math.sqrt(spread(squaresOne, sumOne) * spread(squaresOther, sumOther));
  return scale > 0 ? (products - (sumOne * sumOther) / size) / scale : null;
}
