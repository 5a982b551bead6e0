import { backtestProbability } from '../../../../shared/calibration/backtestProbability.ts';
import { pointsToDouble } from '../../../../shared/calibration/probabilityCurve.ts';
import {
  pointsToDoubleRange,
  probabilityRange,
  type ScoreProbability,
  scoreProbability,
} from '../../../../shared/calibration/scoreProbability.ts';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { addDays } from '../../../../shared/model/isoDate.ts';
import { knownAfterDays } from '../../../../shared/model/outcome.ts';
import { calibrationRows } from '../calibrationRows.ts';
import { crossFitted } from '../crossFitted.ts';
import { chosenScorer, type Evidence, scoresOf, shownModel } from '../Evidence.ts';
import { heldOut } from '../heldOut.ts';
import { judge } from '../JudgedScores.ts';
import { withScoredBook } from '../withScoredBook.ts';
import { bookAtRisk } from './bookAtRisk.ts';
import type { Run } from './makeRun.ts';

type Estimated = CallOutput<'estimate-probability'>;

/** Resampled curves that intervals of probabilities rest on: fewer when there are very many rows. */
const curvesFor = (rows: number) => Math.min(200, Math.max(50, Math.floor(2_000_000 / Math.max(1, rows))));

/** From score to probability of the bad side of the outcome on the proof set, applied to a book; judged out of fold and by backtest only. */
export const estimateProbability: Run<'estimate-probability'> = {
  takes: 'scorer',
  async make({ scorer: asked, asOf, offset, limit }, { evidence, pace }) {
    const { rows, basis } = evidence;
    const { store } = evidence.context.session;
    const calibrated = calibrationRows(evidence, rows);
    const scores = await scoresOf(evidence, asked);
    const judged = judge(evidence, scores);
    const held = await heldOut(evidence, scores);
    const { calibration, withoutCalibration } = await crossFitted(judged, held);
    const gapDays = knownAfterDays(evidence.proof.outcome);
    const fitted = calibration
      ? await scoreProbability(
          {
            rows: calibrated,
            scores: scores.scores,
            eventsLie: 'low',
            method: calibration.method,
            resampling: { resamples: curvesFor(rows.count), seed: basis.seed },
          },
          pace,
        )
      : null;
    const tested = await backtestProbability(
      calibrated,
      scores.scores,
      { eventsLie: 'low', gapDays, seed: basis.seed, scoresOf: held.scoresOf },
      pace,
    );
    const backtest = tested.map(({ asOf, ...date }) => ({ asOf: addDays('1970-01-01', asOf), ...date }));
    const scorer = await chosenScorer(store, asked);
    return withScoredBook(evidence, scorer, shownModel(store), asOf, async (book) => ({
      ...{ scorer: scores.name, asOf: book.asOf, currency: evidence.proof.observations.definition.account?.currency ?? null },
      horizon: horizonText(evidence),
      calibration,
      sentence: withoutCalibration,
      pointsToDouble: fitted && pointsToDouble(fitted.curve),
      pointsToDoubleInterval: fitted && pointsToDoubleRange(fitted),
      curve: fitted ? curvePoints(fitted, scores.scores) : [],
      ...(await bookAtRisk(evidence, book, fitted, { offset, limit })),
      backtest,
      backtestSentence: backtestText(backtest),
      warnings: [
        ...new Set([
          // The probabilities themselves are those of the curves and weights as they are.
          ...(calibration ? [...calibration.warnings, ...held.tuned.onTheseRows] : []),
          ...(backtest.length > 0 ? held.tuned.outOfFold : []),
        ]),
      ],
    }));
  },
};

function horizonText({ basis: { outcome } }: Evidence): string {
  const { leadDays, horizonDays, polarity, name } = outcome;
  const days = leadDays === 0 ? `within ${horizonDays} days` : `between ${leadDays} and ${leadDays + horizonDays} days`;
  return `${polarity === 'bad' ? '' : `of no "${name}" `}${days} after the as-of date`;
}

/** The curve in steps of one point over the scores there are: outside them nothing was seen. */
function curvePoints(fitted: ScoreProbability, scores: Float64Array): Estimated['curve'] {
  const [low, high] = scores.reduce(
    ([least, most], score) => (Number.isNaN(score) ? [least!, most!] : [Math.min(least!, score), Math.max(most!, score)]),
    [Infinity, -Infinity],
  );
  const whole = Array.from({ length: 101 }, (_, score) => score).filter((score) => score > low! && score < high!);
  return [low!, ...whole, high!].map((score) => ({ score, ...probabilityRange(fitted, score) }));
}

function backtestText(backtest: Estimated['backtest']): string {
  const last = backtest.at(-1);
  if (!last || last.observed.value === null)
    return 'There is no backtest: it needs an as-of date before which outcomes of 30 accounts were already known.';
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return `At the last backtest (${last.asOf}, ${last.observations} observations) ${percent(last.predicted)} were predicted and ${percent(last.observed.value)} observed.`;
}
