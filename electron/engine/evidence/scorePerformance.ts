import type { Gate } from '../../../shared/contract/evidenceBasis.ts';
import type { ScorePerformance, ScoreSlice } from '../../../shared/contract/scorePerformance.ts';
import { finish } from '../../../shared/finish.ts';
import { withheldBand } from '../../../shared/scoring/bandOf.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { isMonotone } from '../../../shared/stats/isMonotone.ts';
import { kolmogorovSmirnov } from '../../../shared/stats/kolmogorovSmirnov.ts';
import { splitByOutcome } from '../../../shared/stats/splitByOutcome.ts';
import { pausing } from '../pausing.ts';
import { allowsCountsOnly, scoreCountsOnly, sliceCountsOnly } from './countsOnly.ts';
import { crossFitted } from './crossFitted.ts';
import { discrimination, discriminationInParts } from './discrimination.ts';
import type { HeldOut } from './heldOut.ts';
import type { JudgedScores } from './JudgedScores.ts';
import { liftParts } from './liftParts.ts';
import { outcomeRates, outcomeRatesInParts } from './outcomeRates.ts';
import { rankingCurves } from './rankingCurves.ts';

/**
 * Everything a score says of an outcome on these observations, as far as their gate allows it.
 * @param pause lets others run, and may throw; where it is given, `share` of the whole is done
 */
export async function scorePerformance(
  judged: JudgedScores,
  gate: Gate,
  held: HeldOut,
  pause: (share?: number) => Promise<void>,
): Promise<ScorePerformance> {
  const { scores, bad, isYesNo } = judged;
  const found = await pausing(discriminationInParts(judged), pause);
  await pause(0.4);
  const { parts, tieAtBoundary } = liftParts(judged);
  await pause(0.7);
  const bands = await pausing(bandRatesInParts(judged), pause);
  const split = splitByOutcome(scores, bad);
  const apart = isYesNo ? kolmogorovSmirnov(split.events, split.nonEvents) : null;
  const monotone = isMonotone(bands.slice(0, -1).map(({ rate }) => rate.value));
  const score: ScorePerformance = {
    ...population(judged),
    auc: found.auc,
    gini: found.auc && giniOf(found.auc),
    ks: found.ks && { estimate: found.ks, at: apart?.at ?? null },
    liftWorstTenth: found.liftWorstTenth,
    spearman: found.spearman,
    bands,
    tenths: parts,
    ...(isYesNo ? rankingCurves(judged) : { roc: [], gains: [] }),
    monotone,
    ...(await crossFitted(judged, held)),
    warnings: [
      ...held.tuned.onTheseRows,
      ...(tieAtBoundary ? ['TIE_AT_BOUNDARY' as const] : []),
      ...(monotone === false ? ['NOT_MONOTONE' as const] : []),
    ],
  };
  return allowsCountsOnly(gate) ? scoreCountsOnly(score) : score;
}

/** The short form, for a slice beside other slices. */
export function scoreSlice(judged: JudgedScores, gate: Gate): ScoreSlice {
  const { outcomes, accounts, isYesNo } = judged;
  const [whole] = outcomeRates({ ...judged, groups: new Uint8Array(outcomes.length) }, 1);
  const touched = new Set(accounts.filter((_, row) => outcomes[row] === 1));
  const slice: ScoreSlice = {
    ...population(judged),
    events: whole!.events,
    eventAccounts: isYesNo ? touched.size : null,
    rate: whole!.rate,
    ...discrimination(judged),
    bands: bandRates(judged).map(({ name: _, from: __, to: ___, ...band }) => band),
  };
  return allowsCountsOnly(gate) ? sliceCountsOnly(slice) : slice;
}

/** Rates from the worst band to the best, then of those withheld. */
export function bandRates(judged: JudgedScores): ScorePerformance['bands'] {
  return finish(bandRatesInParts(judged));
}

/** The same, part by part: who walks through may pause between them. */
export function* bandRatesInParts(judged: JudgedScores): Generator<undefined, ScorePerformance['bands']> {
  const rates = yield* outcomeRatesInParts({ ...judged, groups: judged.band }, judged.bands.length + 1);
  const withheld = { id: withheldBand, name: 'Not enough data', from: null, to: null };
  return [...judged.bands, withheld].map(({ id, ...band }, place) => ({ band: id, ...band, ...rates[place]! }));
}

function population({ scores, accounts }: JudgedScores): { observations: number; accounts: number; withheld: number } {
  return {
    observations: scores.length,
    accounts: new Set(accounts).size,
    withheld: scores.reduce((count, score) => count + (Number.isNaN(score) ? 1 : 0), 0),
  };
}

/** Twice the AUC less one, with its interval. */
function giniOf(auc: Estimate): Estimate {
  const gini = (value: number) => 2 * value - 1;
  return {
    ...auc,
    value: auc.value === null ? null : gini(auc.value),
    interval: auc.interval && [gini(auc.interval[0]), gini(auc.interval[1])],
  };
}
