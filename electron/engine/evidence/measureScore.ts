import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import type { Scorer } from '../../../shared/contract/scorer.ts';
import type { Model } from '../../../shared/model/model.ts';
import { aucDifference } from '../../../shared/stats/aucDifference.ts';
import { delongDifference } from '../../../shared/stats/delongDifference.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { CallContext } from '../CallContext.ts';
import { givenNotes } from '../comparison/givenNotes.ts';
import { proofRows } from '../comparison/ObservedRows.ts';
import { resolveScorer } from '../comparison/resolveScorer.ts';
import { giveWay, takeStep } from '../takeStep.ts';
import { countedPart } from './countedPart.ts';
import { allowsCountsOnly, withheld } from './countsOnly.ts';
import { rankCorrelationDifference } from './discrimination.ts';
import { type Evidence, evidenceOf, scoresOf } from './Evidence.ts';
import { heldOut } from './heldOut.ts';
import { inPart } from './inPart.ts';
import { type JudgedScores, judge } from './JudgedScores.ts';
import type { RowScores } from './rowScores.ts';
import { scorePerformance } from './scorePerformance.ts';

type Measured = CallOutput<'measure-score'>;

/** A score against one outcome, and beside a second one, paired. @throws Failure `segment-unknown`, `interventions-missing` and those of `evidenceOf` and `scoresOf` */
export async function measureScore(input: HandlerInput<'measure-score'>, context: CallContext): Promise<Measured> {
  const evidence = await evidenceOf(context, input);
  const scores = await scoresOf(evidence, input.scorer);
  const counts = inPart(evidence, scores, input);
  const judged = judge(evidence, scores, counts);
  const part = countedPart(evidence, scores, input, counts);
  const { gate } = part ?? evidence.basis;
  const measure = async (one: JudgedScores, scores: RowScores, from: number, to: number) =>
    scorePerformance(one, gate, await heldOut(evidence, scores, part ? counts : undefined), (share) =>
      share === undefined ? giveWay(context.signal) : takeStep(context, from + (to - from) * share, `Measuring ${scores.name.name}`),
    );
  const score = await measure(judged, scores, 0, 0.5);
  const against = input.against && (await scoresOf(evidence, input.against));
  const basis = {
    ...evidence.basis,
    notes: [...evidence.basis.notes, ...(await notesOnGiven(evidence, [input.scorer, input.against], scores.frame))],
  };
  if (!against) return { basis, scorer: scores.name, against: null, part, score, other: null, difference: null };
  const judgedOther = judge(evidence, against, counts);
  const other = await measure(judgedOther, against, 0.5, 1);
  const difference = differenceOf(evidence, judged, judgedOther, scores.name.name, against.name.name);
  return {
    ...{ basis, scorer: scores.name, against: against.name, part, score, other },
    difference: allowsCountsOnly(gate) ? differenceCountsOnly(difference, scores.name.name, against.name.name) : difference,
  };
}

/** What has to be known before numbers of given scores are read: bands nobody knows, another scale. */
async function notesOnGiven(
  { proof, rows, options, context }: Evidence,
  asked: readonly (Scorer | undefined)[],
  frame: Model,
): Promise<string[]> {
  const notes: string[] = [];
  for (const scorer of asked) {
    if (!scorer || !('given' in scorer)) continue;
    const resolved = await resolveScorer(context.session.store, scorer);
    notes.push(...(await givenNotes(proofRows(rows.database, proof, 'proof', options), resolved, frame)));
  }
  return notes;
}

type Difference = NonNullable<Measured['difference']>;

function differenceOf(evidence: Evidence, one: JudgedScores, other: JudgedScores, name: string, otherName: string): Difference {
  const { bad: outcomes, accounts } = one;
  const observations = one.scores.filter((score, row) => !Number.isNaN(score) && !Number.isNaN(other.scores[row])).length;
  if (!evidence.isYesNo) {
    const spearman = rankCorrelationDifference(one, other.scores);
    return { observations, auc: null, spearman, pValue: null, sentence: sentenceOf(spearman, 'rank correlation', name, otherName) };
  }
  const auc = aucDifference({ one: one.scores, other: other.scores, outcomes, accounts }, { ...one.resampling, eventsLie: 'low' });
  const independent = new Set(accounts).size === accounts.length;
  const pValue = independent ? (delongDifference(one.scores, other.scores, outcomes)?.p ?? null) : null;
  return { observations, auc, spearman: null, pValue, sentence: sentenceOf(auc, 'AUC', name, otherName) };
}

function differenceCountsOnly({ observations, auc, spearman }: Difference, name: string, otherName: string): Difference {
  const sentence = `Nothing can be said of ${name} against ${otherName}: too few accounts for more than counts.`;
  return { observations, auc: withheld(auc), spearman: withheld(spearman), pValue: null, sentence };
}

/** What the interval of a difference allows to say. */
function sentenceOf({ value, interval, n, nMissing }: Estimate, unit: string, name: string, otherName: string): string {
  const paired = `on the ${(n - nMissing).toLocaleString('en-US')} observations both give a score to`;
  if (value === null)
    return `Nothing can be said of ${name} against ${otherName}: too few observations have both scores and both outcomes.`;
  if (interval === null && value === 0) return `${name} and ${otherName} rank the accounts alike ${paired}.`;
  const by = `${Math.abs(value).toFixed(3)} ${unit}`;
  if (interval === null || (interval[0] <= 0 && interval[1] >= 0))
    return `${name} and ${otherName} cannot be told apart ${paired}: ${name} is ${by} ${value < 0 ? 'lower' : 'higher'}, and the interval holds 0.`;
  return `${name} tells them apart ${value > 0 ? 'better' : 'worse'} than ${otherName} by ${by} ${paired}.`;
}
