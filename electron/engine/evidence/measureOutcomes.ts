import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import type { ScoreSlice } from '../../../shared/contract/scorePerformance.ts';
import type { Scorer } from '../../../shared/contract/scorer.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { CallContext } from '../CallContext.ts';
import { chosenOutcome } from '../proof/chosenOutcome.ts';
import { takeStep } from '../takeStep.ts';
import { allowsCountsOnly } from './countsOnly.ts';
import { type Evidence, evidenceOf, scorerNameOf, scoresOf } from './Evidence.ts';
import { judge } from './JudgedScores.ts';
import { outcomeBrief } from './outcomeBrief.ts';
import { scoreSlice } from './scorePerformance.ts';

type Measured = CallOutput<'measure-outcomes'>;

/** A score, and a second one, against several outcomes (default: all). An outcome nothing is known of says so instead of failing. */
export async function measureOutcomes(input: HandlerInput<'measure-outcomes'>, context: CallContext): Promise<Measured> {
  const { store } = context.session;
  const { outcomes } = store.study.definition;
  const asked = input.outcomes ? input.outcomes.map((id) => chosenOutcome(outcomes, id)) : outcomes;
  if (asked.length === 0) throw new Failure('outcome-missing');
  const measured: Measured['outcomes'] = [];
  for (const [index, outcome] of asked.entries()) {
    await takeStep(context, index / asked.length, `Measuring ${outcome.name}`);
    measured.push(await measureOne(input, context, outcome));
  }
  return {
    scorer: await scorerNameOf(store, input.scorer),
    against: input.against ? await scorerNameOf(store, input.against) : null,
    outcomes: measured,
  };
}

async function measureOne(
  input: HandlerInput<'measure-outcomes'>,
  context: CallContext,
  outcome: Outcome,
): Promise<Measured['outcomes'][number]> {
  const brief = outcomeBrief(outcome);
  try {
    const evidence = await evidenceOf(context, { outcome: outcome.id, seed: input.seed });
    const score = await sliceOf(evidence, input.scorer);
    const other = input.against ? await sliceOf(evidence, input.against) : null;
    const { basis } = evidence;
    return { outcome: brief, basis, score, other, sentence: allowsCountsOnly(basis.gate) ? basis.gate.sentence : null };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'proof-empty') throw error;
    return { outcome: brief, basis: null, score: null, other: null, sentence: error.message };
  }
}

async function sliceOf(evidence: Evidence, scorer: Scorer | undefined): Promise<ScoreSlice> {
  return scoreSlice(judge(evidence, await scoresOf(evidence, scorer)), evidence.basis.gate);
}
