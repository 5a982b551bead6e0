import type { ScoreSlice } from '../../../shared/contract/scorePerformance.ts';
import { accountBootstrap, withBootstrap } from '../../../shared/stats/accountBootstrap.ts';
import { aucEstimate } from '../../../shared/stats/aucEstimate.ts';
import { spearman } from '../../../shared/stats/correlation.ts';
import { countObservations, emptyEstimate } from '../../../shared/stats/countObservations.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { kolmogorovSmirnovEstimate } from '../../../shared/stats/kolmogorovSmirnovEstimate.ts';
import { liftEstimate } from '../../../shared/stats/liftEstimate.ts';
import { midranks } from '../../../shared/stats/midranks.ts';
import type { JudgedScores } from './JudgedScores.ts';

/** How well a score ranks an outcome; of a number only the rank correlation, of yes and no everything else. */
export type Discrimination = Pick<ScoreSlice, 'auc' | 'ks' | 'liftWorstTenth' | 'spearman'>;

/** All of it with intervals. AUC above one half: the score does what it should. */
export function discrimination(judged: JudgedScores): Discrimination {
  if (!judged.isYesNo) return { auc: null, ks: null, liftWorstTenth: null, spearman: rankCorrelation(judged) };
  const sample = { values: judged.scores, outcomes: judged.outcomes, accounts: judged.accounts };
  const oriented = { ...judged.resampling, eventsLie: judged.eventsLie };
  return {
    auc: aucEstimate(sample, oriented),
    ks: kolmogorovSmirnovEstimate(sample, judged.resampling),
    liftWorstTenth: liftEstimate(sample, oriented),
    spearman: null,
  };
}

/** Spearman's correlation of score and number: Fisher's interval, or of an account bootstrap that keeps the ranks as soon as accounts repeat. */
export function rankCorrelation({
  scores,
  outcomes,
  accounts,
  resampling,
}: Pick<JudgedScores, 'scores' | 'outcomes' | 'accounts' | 'resampling'>): Estimate {
  const values = Float64Array.from(scores, (score, row) => (Number.isNaN(outcomes[row]) ? Number.NaN : score));
  const counts = countObservations({ values, outcomes: new Uint8Array(values.length), accounts });
  const { value, interval, warnings } = spearman(values, outcomes);
  const plain: Estimate = {
    ...emptyEstimate(counts),
    ...{ value, events: null, nonEvents: null, interval, method: interval && 'Fisher', warnings },
  };
  const present = counts.n - counts.nMissing;
  if (interval === null || counts.accounts === present) return plain;
  const rows = Uint32Array.from(values, (_, row) => row).filter((row) => !Number.isNaN(values[row]));
  const ranks = [values, outcomes].map((column) => midranks(Float64Array.from(rows, (row) => column[row]!)));
  const owners = Uint32Array.from(rows, (row) => accounts[row]!);
  const [draws] = accountBootstrap(
    { accounts: owners, outcomes: new Uint8Array(present) },
    (times) => [weightedCorrelation(ranks[0]!, ranks[1]!, owners, times)],
    resampling,
  );
  return withBootstrap({ ...plain, warnings: [...warnings, 'CLUSTERED'] }, draws!);
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
