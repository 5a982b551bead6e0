import { swapSetInParts } from '../../../shared/comparison/swapSetOf.ts';
import type { ScoreEvidence } from '../../../shared/contract/comparisonCalls.ts';
import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { aucDifferenceInParts } from '../../../shared/stats/aucDifference.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { CallContext } from '../CallContext.ts';
import { allowsCountsOnly, withheld } from '../evidence/countsOnly.ts';
import { discriminationInParts } from '../evidence/discrimination.ts';
import { evidenceOf } from '../evidence/Evidence.ts';
import { gateOfRows } from '../evidence/gateOfRows.ts';
import { inSegment } from '../evidence/inSegment.ts';
import { type JudgedScores, judge } from '../evidence/JudgedScores.ts';
import { type RowScores, rowScores } from '../evidence/rowScores.ts';
import { bandRatesInParts } from '../evidence/scorePerformance.ts';
import { pausing } from '../pausing.ts';
import { giveWay, takeStep } from '../takeStep.ts';
import { bandNotes } from './bandNotes.ts';
import { modelOf } from './modelOf.ts';
import { type ResolvedScorer, resolveScorer } from './resolveScorer.ts';

/** A hand that was used is likely to be used again: a large book, whose parts hold the thread longer, is left alone longer. */
const rowsPerMsOfRest = 1000;

/**
 * Two models against one outcome on the proof set, exactly. A baseline that cannot be evidence is left out, with the reason among the notes.
 * @param handsAtRest comes back once no control was in use for so long
 * @throws Failure `segment-unknown`, `outcome-missing`, `outcome-unknown`, `proof-empty`, `model-missing` and those of scoring
 */
export async function compareEvidence(
  input: HandlerInput<'compare-evidence'>,
  context: CallContext,
  handsAtRest: (milliseconds: number) => Promise<void>,
): Promise<CallOutput<'compare-evidence'>> {
  const { store } = context.session;
  const [before, after] = [await resolveScorer(store, input.baseline), await resolveScorer(store, input.draft)];
  const evidence = await evidenceOf(context, input);
  const { models, currentModel } = store.study;
  const frame = modelOf(after) ?? modelOf(before) ?? models.find(({ id }) => id === currentModel) ?? null;
  const { set, notes } = evidence.basis;
  const pause = async () => {
    await giveWay(context.signal);
    await handsAtRest(evidence.rows.count / rowsPerMsOfRest);
  };
  const scores = async (scorer: ResolvedScorer) => {
    await pause();
    return rowScores(evidence.rows, scorer, frame, evidence.options);
  };

  await takeStep(context, 0.2, `Measuring ${after.name}`);
  const draft = await scores(after);
  const counts = inSegment(draft, input.segment);
  const judged = judge(evidence, draft, counts);
  const isTooFew = allowsCountsOnly(gateOfRows(evidence.basis.outcome, judged.bad, judged.accounts));
  const answer = { set, draft: await scoreEvidence(draft, judged, isTooFew, pause) };

  await takeStep(context, 0.5, `Measuring ${before.name}`);
  const baseline = await scores(before).catch(reasonNot);
  if (typeof baseline === 'string') return { ...answer, baseline: null, aucDifference: null, swapSet: null, notes: [...notes, baseline] };
  const judgedBefore = judge(evidence, baseline, counts);
  const measured = { ...answer, baseline: await scoreEvidence(baseline, judgedBefore, isTooFew, pause) };
  const [old, now] = [baseline.frame.bands, draft.frame.bands];
  const told = [...notes, ...bandNotes(old, now)];
  if (!judged.isYesNo) return { ...measured, aucDifference: null, swapSet: null, notes: told };
  if (judgedBefore.band.every((band) => band === old.length)) {
    const silent = `${before.name} gives none of these observations a band, so nobody changes band against it.`;
    return { ...measured, aucDifference: null, swapSet: null, notes: [...told, silent] };
  }

  await takeStep(context, 0.8, `Comparing ${after.name} with ${before.name}`);
  const { outcomes, accounts, eventsLie, resampling } = judged;
  const moved = { before: judgedBefore.band, after: judged.band, outcomes, accounts };
  const paired = { one: judged.scores, other: judgedBefore.scores, outcomes, accounts };
  const difference = await pausing(aucDifferenceInParts(paired, { ...resampling, eventsLie }), pause);
  return {
    ...measured,
    aucDifference: isTooFew ? withheld(difference) : difference,
    swapSet: await pausing(swapSetInParts(moved, { baseline: old, draft: now, outcome: evidence.proof.outcome, resampling }), pause),
    notes: told,
  };
}

/** A given score without dates is no evidence, but no reason to keep the draft's from being seen. */
function reasonNot(error: unknown): string {
  if (error instanceof Failure && error.code === 'given-score-undated') return error.message;
  throw error;
}

/** @param isTooFew the gate allows counts and rates only */
async function scoreEvidence(
  { name }: RowScores,
  judged: JudgedScores,
  isTooFew: boolean,
  pause: () => Promise<void>,
): Promise<ScoreEvidence> {
  const found = await pausing(discriminationInParts(judged), pause);
  const told = (estimate: Estimate | null) => (isTooFew && estimate?.value != null ? withheld(estimate) : estimate);
  const [auc, ks, liftWorstTenth] = [told(found.auc), told(found.ks), told(found.liftWorstTenth)];
  const rates = await pausing(bandRatesInParts(judged), pause);
  return {
    ...name,
    line: {
      bands: rates.map(({ band, observations, events }) => ({ band, observations, events: events ?? 0 })),
      ...{ auc: auc?.value ?? null, ks: ks?.value ?? null, liftWorstTenth: liftWorstTenth?.value ?? null },
      aucWithin: null,
    },
    ...{ auc, ks, liftWorstTenth },
    bandRates: rates.map(({ band, rate }) => ({ band, rate })),
  };
}
