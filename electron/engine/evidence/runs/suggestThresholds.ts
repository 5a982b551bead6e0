import type { EvidenceWay } from '../../../../shared/calibration/chooseCut.ts';
import type { MixWay } from '../../../../shared/calibration/mixThreshold.ts';
import { suggestThresholds as chooseThresholds } from '../../../../shared/calibration/suggestThresholds.ts';
import type { CallOutput, HandlerInput } from '../../../../shared/contract/contract.ts';
import type { SuggestedThreshold } from '../../../../shared/contract/suggestedWeights.ts';
import type { Model } from '../../../../shared/model/model.ts';
import type { ResolvedScorer } from '../../comparison/resolveScorer.ts';
import { numberColumns } from '../../database/numberColumns.ts';
import { calibrationRows } from '../calibrationRows.ts';
import type { Evidence } from '../Evidence.ts';
import { heldOut } from '../heldOut.ts';
import { judge } from '../JudgedScores.ts';
import { rowScores } from '../rowScores.ts';
import { bandRates } from '../scorePerformance.ts';
import { withScoredBook } from '../withScoredBook.ts';
import type { Run } from './makeRun.ts';

type Suggested = CallOutput<'suggest-thresholds'>;
type Wanted = Omit<HandlerInput<'suggest-thresholds'>, 'model' | 'resamples'>;

/** What a missed churner costs, in units of a needless intervention, unless the analyst says. */
const usualCostRatio = 5;

/** Lowest band edges by evidence on the proof set, and by mix on the latest book. */
export const suggestThresholds: Run<'suggest-thresholds'> = {
  takes: 'model',
  async make({ model: asked, resamples, ...wanted }, { evidence, pace }) {
    const model = asked as Model;
    const scorer: ResolvedScorer = { kind: 'model', name: model.name, model };
    const { rows, options, basis } = evidence;
    const scores = await rowScores(rows, scorer, null, options);
    const { tuned, scoresOf } = await heldOut(evidence, scores);
    const bookScores = await withScoredBook(evidence, scorer, null, undefined, async ({ rows: book }) => {
      const [column] = await numberColumns(rows.database, book, ['number'], options);
      return column!;
    });
    const ways = await chooseThresholds(
      {
        ...{ rows: calibrationRows(evidence, rows), scores: scores.scores, scoresOf, bookScores },
        ways: waysOf(wanted),
        resampling: { resamples, seed: basis.seed },
      },
      pace,
    );
    return {
      ways,
      current: plainRates(await ratesUnder(evidence, model)),
      suggested: await suggestedModel(evidence, model, ways, wanted),
      warnings: [...tuned.outOfFold],
    };
  },
};

function waysOf({ costRatio = usualCostRatio, capacity, targetShare, separation }: Wanted): (EvidenceWay | MixWay)[] {
  return [
    { way: 'youden' },
    { way: 'cost', ratio: costRatio },
    ...(capacity === undefined ? [] : [{ way: 'capacity' as const, accounts: capacity }]),
    ...(targetShare === undefined ? [] : [{ way: 'target-share' as const, share: targetShare }]),
    ...(separation === undefined ? [] : [{ way: 'separation' as const, ratio: separation }]),
  ];
}

/**
 * The model with a threshold that what happened gives as its lowest edge: the way that was asked for wins, and Youden where none was, or where it
 * gives none. Null when it would reach the next edge, or there is none to move.
 */
async function suggestedModel(
  evidence: Evidence,
  model: Model,
  ways: readonly SuggestedThreshold[],
  { separation, costRatio }: Wanted,
): Promise<Suggested['suggested']> {
  const order = [...(separation === undefined ? [] : ['separation']), ...(costRatio === undefined ? [] : ['cost']), 'youden', 'cost'];
  const found = order.flatMap((wanted) => ways.filter(({ way, threshold }) => way === wanted && threshold !== null))[0];
  const threshold = found?.threshold;
  const [, ...others] = model.cuts;
  if (!found || threshold == null || model.cuts.length === 0 || threshold >= (others[0] ?? Infinity)) return null;
  const cuts = [Math.round(threshold * 10) / 10, ...others];
  const suggested = { ...model, cuts };
  return { way: found.way, cuts, model: suggested, bands: plainRates(await ratesUnder(evidence, suggested)) };
}

async function ratesUnder(evidence: Evidence, model: Model) {
  const scores = await rowScores(evidence.rows, { kind: 'model', name: model.name, model }, null, evidence.options);
  return bandRates(judge(evidence, scores));
}

function plainRates(bands: Awaited<ReturnType<typeof ratesUnder>>): Suggested['current'] {
  return bands.map(({ from: _, to: __, ...band }) => band);
}
