import { describe, expect, it } from 'vitest';
import { backtestProbability } from '../../shared/calibration/backtestProbability.ts';
import type { CalibrationRows } from '../../shared/calibration/CalibrationRows.ts';
import { designOf } from '../../shared/calibration/design.ts';
import { fittedProbabilities, fitWeights } from '../../shared/calibration/fitWeights.ts';
import { groupFolds } from '../../shared/calibration/groupFolds.ts';
import { suggestWeights } from '../../shared/calibration/suggestWeights.ts';
import { timeFolds } from '../../shared/calibration/timeFolds.ts';
import { verdictOf } from '../../shared/calibration/verdictOf.ts';
import { auc } from '../../shared/stats/auc.ts';
import { shelfIsPresent, skipReason } from '../datasets/shelf.ts';
import { newPacer, pace } from './pace.ts';
import { pointsOfFit, readPointsFit } from './pointsFit.ts';
import { readRavenstack } from './ravenstack.ts';
import { plainModel, plainScore, weightsAsked } from './weightsAsked.ts';

/** Days of the horizon, and a reporting lag that leaves the quarter before out. */
const gapDays = 93;
const latest = '2024-09-30';

/** Ramps fixed beforehand: worst value, best value. */
const ramps: Record<string, [worst: number, best: number]> = {
  usage_count: [16, 123],
  features_used: [2, 11],
  errors: [10, 0],
  tickets: [2, 0],
  csat: [3, 5],
  mrr: [0, 28_000],
  auto_renew_share: [0.4, 1],
};
const tenureRamp: [number, number] = [0, 700];

describe.skipIf(!shelfIsPresent)(`RavenStack, which holds no signal but the calendar${skipReason}`, () => {
  const { rows, values, dates } = shelfIsPresent ? readRavenstack() : { rows: null as never, values: () => [], dates: [] };
  const places = Uint32Array.from(dates.keys());
  const [proof, confirmation] = [places.filter((row) => dates[row] !== latest), places.filter((row) => dates[row] === latest)];
  const pick = (among: Uint32Array): CalibrationRows => ({
    outcomes: Uint8Array.from(among, (row) => rows.outcomes[row]!),
    accounts: among.map((row) => rows.accounts[row]!),
    asOf: Int32Array.from(among, (row) => rows.asOf[row]!),
  });
  const pointsAt = (among: Uint32Array, curves: Record<string, [number, number]>) =>
    Object.fromEntries(
      Object.entries(curves).map(([metric, [worst, best]]) => {
        const column = values(metric);
        return [
          metric,
          Float64Array.from(among, (row) => 100 * Math.min(1, Math.max(0, (column[row]! - worst) / (best - worst)))),
        ] as const;
      }),
    );
  const modelOf = (curves: object) =>
    plainModel([{ id: 'all', weight: 100, metrics: Object.fromEntries(Object.keys(curves).map((metric) => [metric, 1])) }]);

  const crossFittedAuc = async (columns: Float64Array[]) => {
    const heldOut = new Float64Array(places.length);
    for (const { train, test } of groupFolds(rows, 1).folds) {
      const fitted = await fitWeights({ design: designOf(columns, rows.outcomes, train), current: null, pull: 1, limits: [] }, newPacer());
      for (const [place, probability] of fittedProbabilities(fitted, columns, test).entries()) heldOut[test[place]!] = probability;
    }
    return auc(heldOut, rows.outcomes);
  };

  it('supports no suggestion, and cross-fitted weights stay below an AUC of 0.55 or near it', async () => {
    const model = modelOf(ramps);
    const suggestion = await suggestWeights(weightsAsked(model, pointsAt(proof, ramps), pick(proof), { gapDays }), pace);
    const score = (of: typeof model) => plainScore(of, confirmation.length, (leaf) => pointsAt(confirmation, ramps)[leaf.metric]!);
    const verdict = verdictOf(pick(confirmation), score(model), score(suggestion.model ?? model));
    expect(verdict.id).toBe('not-supported');
    expect(verdict.eventAccounts).toBeGreaterThan(100);
    expect(suggestion.outOfFold!.difference.interval![0]).toBeLessThanOrEqual(0);

    expect(await crossFittedAuc(Object.values(pointsAt(places, ramps)))).toBeLessThan(0.55);
    // Directions taken from these very data, as the reference fit does, do not go far beyond either.
    expect(await crossFittedAuc(pointsOfFit(readPointsFit('ravenstack')[0]!, values))).toBeCloseTo(0.545, 1);
  });

  it('calls a clock a clock when tenure gains weight, be it ever so little', async () => {
    const curves = { ...ramps, tenure_days: tenureRamp };
    const asked = weightsAsked(modelOf(curves), pointsAt(proof, curves), pick(proof), { gapDays, clocks: new Set(['tenure_days']) });
    const { weights, warnings } = await suggestWeights(asked, pace);
    const tenure = weights.find(({ node }) => node === 'tenure_days')!;
    expect(tenure.auc!.value).toBeGreaterThan(0.5);
    expect(tenure.suggested).toBeGreaterThan(tenure.current);
    expect(warnings).toContain('CLOCK_COLUMN');
  });

  it('predicted 18 % for the quarter in which 29.5 % left, and with the clock in the weights even less', async () => {
    const model = modelOf(ramps);
    const scores = plainScore(model, places.length, (leaf) => pointsAt(places, ramps)[leaf.metric]!);
    const dated = await backtestProbability(rows, scores, { eventsLie: 'low', gapDays, seed: 1 }, pace);
    expect(dated.map(({ asOf }) => new Date(asOf * 86_400_000).toISOString().slice(0, 10))).toEqual([latest]);
    const last = dated[0]!;
    expect(last.predicted).toBeCloseTo(0.18, 2);
    expect(last.observed.value).toBeCloseTo(0.295, 2);
    expect(last.predicted).toBeLessThan(last.observed.interval![0]);

    const columns = Object.values(pointsAt(places, { ...ramps, tenure_days: tenureRamp }));
    const { train, test } = timeFolds(rows, gapDays).folds.at(-1)!;
    const fitted = await fitWeights({ design: designOf(columns, rows.outcomes, train), current: null, pull: 1, limits: [] }, newPacer());
    const predicted = fittedProbabilities(fitted, columns, test).reduce((sum, one) => sum + one / test.length, 0);
    expect(predicted).toBeCloseTo(0.13, 2);
  });
});
