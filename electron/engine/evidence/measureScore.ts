import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import { aucDifference } from '../../../shared/stats/aucDifference.ts';
import { delongDifference } from '../../../shared/stats/delongDifference.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { CallContext } from '../CallContext.ts';
import { type Evidence, evidenceOf, scoresOf } from './Evidence.ts';
import { inSegment } from './inSegment.ts';
import { type JudgedScores, judge } from './JudgedScores.ts';
import { scorePerformance } from './scorePerformance.ts';

type Measured = CallOutput<'measure-score'>;

/** A score against one outcome, and beside a second one, paired. @throws Failure `segment-unknown` and those of `evidenceOf` and `scoresOf` */
export async function measureScore(input: HandlerInput<'measure-score'>, context: CallContext): Promise<Measured> {
  const evidence = await evidenceOf(context, input);
  const step = (share: number, what: string) => context.onProgress({ share, step: what });
  const scores = await scoresOf(evidence, input.scorer);
  const counts = inSegment(scores, input.segment);
  const judged = judge(evidence, scores, counts);
  step(0.2, `Measuring ${scores.name.name}`);
  const score = await scorePerformance(judged, evidence.options);
  const against = input.against && (await scoresOf(evidence, input.against));
  if (!against) return { basis: evidence.basis, scorer: scores.name, against: null, score, other: null, difference: null };
  step(0.6, `Measuring ${against.name.name}`);
  const judgedOther = judge(evidence, against, counts);
  const other = await scorePerformance(judgedOther, evidence.options);
  return {
    ...{ basis: evidence.basis, scorer: scores.name, against: against.name, score, other },
    difference: differenceOf(evidence, judged, judgedOther, scores.name.name, against.name.name),
  };
}

function differenceOf(evidence: Evidence, one: JudgedScores, other: JudgedScores, name: string, otherName: string): Measured['difference'] {
  const { outcomes, accounts } = one;
  const observations = one.scores.filter((score, row) => !Number.isNaN(score) && !Number.isNaN(other.scores[row])).length;
  if (!evidence.isYesNo)
    return {
      observations,
      auc: null,
      spearman: null,
      pValue: null,
      sentence: `${name} and ${otherName} side by side; a number has no AUC to compare.`,
    };
  const auc = aucDifference({ one: one.scores, other: other.scores, outcomes, accounts }, { ...one.resampling, eventsLie: one.eventsLie });
  const independent = new Set(accounts).size === accounts.length;
  const pValue = independent ? (delongDifference(one.scores, other.scores, outcomes)?.p ?? null) : null;
  return { observations, auc, spearman: null, pValue, sentence: sentenceOf(auc, name, otherName) };
}

/** What the interval of a difference allows to say. */
function sentenceOf({ value, interval, n, nMissing }: Estimate, name: string, otherName: string): string {
  const paired = `on the ${(n - nMissing).toLocaleString('en-US')} observations both give a score to`;
  if (value === null)
    return `Nothing can be said of ${name} against ${otherName}: too few observations have both scores and both outcomes.`;
  const by = `${Math.abs(value).toFixed(3)} AUC`;
  if (interval === null || (interval[0] <= 0 && interval[1] >= 0))
    return `${name} and ${otherName} cannot be told apart ${paired}: ${name} is ${by} ${value < 0 ? 'lower' : 'higher'}, and the interval holds 0.`;
  return `${name} tells them apart ${value > 0 ? 'better' : 'worse'} than ${otherName} by ${by} ${paired}.`;
}
