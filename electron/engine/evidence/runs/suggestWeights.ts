import { suggestWeights as fitSuggestion } from '../../../../shared/calibration/suggestWeights.ts';
import { fewestConfirming, verdictOf } from '../../../../shared/calibration/verdictOf.ts';
import type { SuggestedWeights, Verdict } from '../../../../shared/contract/suggestedWeights.ts';
import { leavesOf, type Model, type Node } from '../../../../shared/model/model.ts';
import { knownAfterDays } from '../../../../shared/model/outcome.ts';
import { calibrationRows } from '../calibrationRows.ts';
import { modelCurves } from '../heldOut.ts';
import { leafPoints } from '../leafPoints.ts';
import { isClock } from '../MetricFacts.ts';
import { scoresOfModel } from '../rowScores.ts';
import type { Run, RunContext } from './makeRun.ts';

/** Weights the evidence would support, on the score as scored; the verdict only when the confirmation set is opened for it. */
export const suggestWeights: Run<'suggest-weights'> = {
  takes: 'model',
  async make({ model: asked, bounds, level, free, resamples, openConfirmation }, context) {
    const { evidence, pace, tell } = context;
    const model = asked as Model;
    const { rows, options, proof, basis } = evidence;
    const { metrics } = proof.observations.definition;
    const metricOf = (id: string) => metrics.find((metric) => metric.id === id);
    const suggestion = await fitSuggestion(
      {
        model,
        rows: calibrationRows(evidence, rows),
        pointsOf: await leafPoints(rows, model, options),
        nameOf: (node: Node) => (node.kind === 'group' ? node.name : (metricOf(node.metric)?.name ?? node.metric)),
        rules: { bounds, ...(level ? { level } : {}), free },
        score: (draft) => scoresOfModel(rows, draft, options),
        drawn: await modelCurves(evidence, model),
        gapDays: knownAfterDays(proof.outcome),
        clocks: new Set(leavesOf(model.dimensions).flatMap(({ id, metric }) => (isClock(metricOf(metric)!) ? [id] : []))),
        resampling: { resamples, seed: basis.seed },
      },
      pace,
      tell,
    );
    const weightsFrom = { outcome: basis.outcome.id, on: basis.set.to };
    const dated = { ...suggestion, model: suggestion.model && { ...suggestion.model, weightsFrom } };
    return { suggestion: dated, verdict: await verdictOn(model, dated, openConfirmation, context) };
  },
};

/** What the confirmation set says of the suggestion; it stays closed unless asked for, and where there is nothing to judge. */
async function verdictOn(
  model: Model,
  suggestion: SuggestedWeights,
  open: boolean,
  { evidence, openConfirmation }: Pick<RunContext, 'evidence' | 'openConfirmation'>,
): Promise<Verdict> {
  const closed = { opening: null, difference: null, eventAccounts: null };
  if (!suggestion.model)
    return {
      ...{ id: 'not-supported', headline: 'Not supported', ...closed },
      reason: 'The evidence suggests no other weights than the current ones.',
    };
  if (!open)
    return {
      ...{ id: 'not-opened', headline: 'No verdict yet', ...closed },
      reason: `The confirmation set is closed. Opening it for this suggestion is counted, and a verdict needs ${fewestConfirming} accounts with the outcome in it.`,
    };
  const { rows, opening } = await openConfirmation(`suggestion for ${model.id}`);
  const scores = (of: Model) => scoresOfModel(rows, of, evidence.options);
  const terms = { ...evidence.resampling, opening };
  return verdictOf(calibrationRows(evidence, rows), await scores(model), await scores(suggestion.model), terms);
}
