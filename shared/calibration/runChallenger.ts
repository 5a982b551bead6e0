import type { PairedAuc } from '../contract/suggestedWeights.ts';
import { logLoss } from '../stats/logLoss.ts';
import type { Warning } from '../stats/warning.ts';
import { accountsByOutcome, type CalibrationRows } from './CalibrationRows.ts';
import { type ChallengerKind, challengerTerms } from './challengerTerms.ts';
import { fitRidge } from './fitRidge.ts';
import { gateOf, isOpen } from './gates.ts';
import { groupFolds } from './groupFolds.ts';
import { type Pace, Pacer } from './Pacer.ts';
import { pairedAuc } from './pairedAuc.ts';

/** What a challenger is tried on. */
export interface ChallengerAsked {
  rows: CalibrationRows;
  /** Values of the model's metrics, NaN = missing, heaviest metric first. */
  metrics: readonly Float64Array[];
  /** The score to beat, as scored; NaN = withheld. */
  score: Float64Array;
  kind: ChallengerKind;
  seed: number;
}

/** How much a freer model would gain. */
export interface Challenge {
  /** `current` is the score, `suggested` the challenger, on rows its fit did not see. Null below 500 events. */
  auc: PairedAuc | null;
  terms: number;
  /** Median over the folds of the penalty that was chosen inside them. */
  penalty: number | null;
  sentence: string;
  warnings: Warning[];
}

const penalties = [1, 10, 100, 1000, 10_000];

/**
 * A logistic regression with splines or pairs, ridge-penalised, cross-fitted on the folds by account that suggestions use; knots, means and penalty
 * (least log loss of inner folds) are chosen inside each fold. What it gains over the score is the price of a score that can be explained.
 */
export async function runChallenger({ rows, metrics, score, kind, seed }: ChallengerAsked, pace: Pace): Promise<Challenge> {
  const pacer = new Pacer(pace);
  const { withOutcome, without } = accountsByOutcome(rows);
  const gate = gateOf(withOutcome, without);
  if (!isOpen(gate, 'challenger'))
    return {
      ...{ auc: null, terms: 0, penalty: null, warnings: ['FEW_EVENTS'] },
      sentence: `No challenger: it needs 500 accounts with and without the outcome. ${gate.sentence}`,
    };
  const { folds } = groupFolds(rows, seed);
  const healthy = new Float64Array(rows.outcomes.length).fill(Number.NaN);
  const chosen: number[] = [];
  let terms = 0;
  for (const [nth, { train, test }] of folds.entries()) {
    const part = pacer.part(nth / folds.length, (nth + 1) / folds.length);
    const columns = challengerTerms(metrics, kind, train);
    const penalty = await choosePenalty(columns, rows, train, seed, part);
    const { probabilities } = await fitRidge(columns, rows.outcomes, train, penalty, part);
    for (const [place, probability] of probabilities(test).entries()) healthy[test[place]!] = 1 - probability;
    chosen.push(penalty);
    terms = Math.max(terms, columns.length);
  }
  const auc = pairedAuc(rows, score, healthy, { seed });
  return {
    auc,
    terms,
    penalty: chosen.sort((one, other) => one - other)[chosen.length >> 1]!,
    sentence: sentenceOf(kind, auc),
    warnings: [],
  };
}

/** The penalty with the least log loss on inner folds. */
async function choosePenalty(columns: readonly Float64Array[], rows: CalibrationRows, among: Uint32Array, seed: number, pacer: Pacer) {
  const { folds } = groupFolds(rows, seed, among);
  const losses = new Float64Array(penalties.length);
  for (const [nth, { train, test }] of folds.entries()) {
    const happened = Uint8Array.from(test, (row) => rows.outcomes[row]!);
    let start: Float64Array | undefined;
    for (const [index, penalty] of penalties.entries()) {
      await pacer.step((nth + index / penalties.length) / folds.length);
      const fit = await fitRidge(columns, rows.outcomes, train, penalty, pacer.part(1, 1), start);
      start = fit.start;
      losses[index]! += logLoss(fit.probabilities(test), happened)!.value;
    }
  }
  return penalties[losses.indexOf(Math.min(...losses))]!;
}

function sentenceOf(kind: ChallengerKind, { difference }: PairedAuc): string {
  const freer =
    kind === 'splines' ? 'A model in which every metric may bend as it likes' : 'A model in which metrics work together in pairs';
  const { value, interval } = difference;
  if (value === null) return `${freer} cannot be compared with the score.`;
  const range = interval ? ` (95 % ${interval[0].toFixed(3)} to ${interval[1].toFixed(3)})` : '';
  const price = value > 0 ? 'that is the price of a score that can be explained' : 'a score that can be explained costs nothing here';
  return `${freer} has an AUC ${Math.abs(value).toFixed(3)} ${value < 0 ? 'lower' : 'higher'} than the score${range}: ${price}.`;
}
