import { describe, expect, it } from 'vitest';
import { suggestWeights } from '../../shared/calibration/suggestWeights.ts';
import { verdictOf } from '../../shared/calibration/verdictOf.ts';
import type { UnfinishedWeights } from '../../shared/contract/suggestedWeights.ts';
import { leavesOf } from '../../shared/model/model.ts';
import { effectiveWeights } from '../../shared/scoring/effectiveWeights.ts';
import { pace } from './pace.ts';
import { simulatedBook } from './simulatedBook.ts';
import { plainModel, plainScore, weightsAsked } from './weightsAsked.ts';

const model = plainModel([
  { id: 'use', weight: 30, metrics: { logins: 1, features: 1, wrong: 1 } },
  { id: 'service', weight: 70, metrics: { tickets: 3, twin: 1, same: 1, never: 1, noise: 4 } },
]);
const book = simulatedBook({ seed: 21, rows: 1500, trueTheta: [5, 3, 2], noise: 1, dates: 3 });
const [logins, features, tickets, noise] = book.columns as [Float64Array, Float64Array, Float64Array, Float64Array];
const points = {
  ...{ logins, features, tickets, noise },
  wrong: logins.map((value, row) => (row % 5 === 0 ? Number.NaN : 100 - value)),
  twin: tickets.map((value, row) => 0.97 * value + 0.03 * noise[row]!),
  same: new Float64Array(1500).fill(50),
  never: new Float64Array(1500).fill(Number.NaN),
};

describe('a suggestion', async () => {
  const shares: number[] = [];
  const suggestion = await suggestWeights(weightsAsked(model, points, book.rows), { ...pace, onShare: (share) => shares.push(share) });
  const weightOf = (node: string) => suggestion.weights.find((weight) => weight.node === node)!;

  it('moves weight to what goes with the outcome, as a model whose tree is the same', () => {
    expect(suggestion.level).toBe('metrics');
    expect(weightOf('logins').suggested).toBeGreaterThan(2 * weightOf('logins').current);
    expect(suggestion.weights.reduce((sum, { suggested }) => sum + suggested, 0)).toBeCloseTo(100, 6);
    const suggested = suggestion.model!;
    expect(leavesOf(suggested.dimensions).map(({ id }) => id)).toEqual(leavesOf(model.dimensions).map(({ id }) => id));
    expect(suggested.dimensions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 2);
    const effective = effectiveWeights(suggested);
    for (const { node, suggested: share } of suggestion.weights) expect(100 * effective.get(node)!).toBeCloseTo(share, 2);
  });

  it('says what it was better at on rows it did not see, by account and later in time', () => {
    for (const held of [suggestion.outOfFold!, suggestion.outOfTime!]) {
      expect(held.difference.interval![0]).toBeGreaterThan(0);
      expect(held.suggested.value! - held.current.value!).toBeCloseTo(held.difference.value!, 9);
      expect(held.difference.method).toMatch(/^account bootstrap/);
    }
    expect(suggestion.outOfTime!.current.n).toBe(1000);
    expect(suggestion.folds).toEqual({ count: 7, skipped: 0, gapDays: 90 });
    expect(suggestion.warnings).toContain('CLUSTERED');
  });

  it('holds the stability range around each weight, and the pull it chose among those it tried', () => {
    for (const { suggested, stability, node } of suggestion.weights) {
      expect(suggested, node).toBeGreaterThan(stability![0] - 4);
      expect(suggested, node).toBeLessThan(stability![1] + 4);
    }
    expect(suggestion.resamples).toEqual({ count: 40, skipped: 0 });
    const { chosen, tried } = suggestion.pull;
    const least = tried.reduce((best, one) => (one.logLoss < best.logLoss ? one : best));
    expect(tried.find(({ pull }) => pull === chosen)!.logLoss).toBeLessThanOrEqual(least.logLoss + least.standardError);
  });

  it('refuses the wrong sign, finds twins, and retires what tells nothing, each with its reason', () => {
    expect(weightOf('wrong')).toMatchObject({ state: 'refused-sign', missing: 300 });
    expect(weightOf('wrong').auc!.value).toBeLessThan(0.5);
    expect([weightOf('twin').state, weightOf('tickets').state]).toContain('redundant');
    expect(weightOf('same')).toMatchObject({ state: 'constant' });
    expect(weightOf('never')).toMatchObject({ state: 'all-missing', missing: 1500 });
    for (const node of ['wrong', 'same', 'never']) expect(weightOf(node).sentence, node).toMatch(/\.$/);
    expect(weightOf('logins')).toMatchObject({ state: 'fitted', sentence: null });
  });

  it('tells the weights before their ranges, and both before the end; what is told is what the end says', async () => {
    const told: UnfinishedWeights[] = [];
    await suggestWeights(weightsAsked(model, points, book.rows), pace, (weights) => told.push(weights));
    const [first, second] = told;
    expect(told.map(({ level, hasRanges }) => [level, hasRanges])).toEqual([
      ['metrics', false],
      ['metrics', true],
    ]);
    expect(first!.weights.map(({ stability }) => stability)).toEqual(suggestion.weights.map(() => null));
    expect(first!.weights.map(({ suggested }) => suggested)).toEqual(suggestion.weights.map(({ suggested }) => suggested));
    expect(second!.weights).toEqual(suggestion.weights);
  });

  it('is the same to the last digit for the same seed', async () => {
    expect(await suggestWeights(weightsAsked(model, points, book.rows), pace)).toEqual(suggestion);
  });

  it('tells how far it has come', () => {
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('is supported by a confirmation set of the same kind, exploratory when that is small, not supported when it is noise', () => {
    const later = simulatedBook({ seed: 22, rows: 800, trueTheta: [5, 3, 2], noise: 1 });
    const laterPoints = {
      ...Object.fromEntries(Object.keys(points).map((name) => [name, later.columns[3]!])),
      logins: later.columns[0]!,
      features: later.columns[1]!,
    };
    const scores = (of: typeof model, rows = 800) =>
      plainScore(of, rows, (leaf) => laterPoints[leaf.metric as keyof typeof laterPoints]!.slice(0, rows));
    const verdict = verdictOf(later.rows, scores(model), scores(suggestion.model!));
    expect(verdict).toMatchObject({ id: 'supported', eventAccounts: later.rows.outcomes.reduce((sum, one) => sum + one, 0) });
    expect(verdict.headline).toBe('Supported on data not used to fit it');
    expect(verdictOf(later.rows, scores(model), scores(model)).id).toBe('not-supported');
    expect(verdictOf(later.rows, scores(suggestion.model!), scores(model)).id).toBe('not-supported');
    const few = { outcomes: later.rows.outcomes.slice(0, 60), accounts: later.rows.accounts.slice(0, 60) };
    expect(verdictOf(few, scores(model, 60), scores(suggestion.model!, 60)).id).toBe('exploratory-only');
  });
});

describe('rules of a suggestion', () => {
  const suggest = (rules: Parameters<typeof weightsAsked>[3], rows = book.rows, of = model) =>
    suggestWeights(weightsAsked(of, points, rows, { ...rules, resampling: { resamples: 0, seed: 1 } }), pace);
  const bounds = { logins: { min: 0, max: 20 }, service: { min: 60, max: 100 } };

  it('keeps bounds on metrics and groups and locks, and says what they cost', async () => {
    const locked = structuredClone(model);
    leavesOf(locked.dimensions).find(({ id }) => id === 'noise')!.locked = true;
    const { weights, priceOfBounds } = await suggest({ rules: { bounds } }, book.rows, locked);
    const share = (node: string) => weights.find((weight) => weight.node === node)!;
    expect(share('logins').suggested).toBeCloseTo(20, 3);
    expect(share('logins').state).toBe('at-maximum');
    expect(share('noise')).toMatchObject({ state: 'locked', locked: true });
    expect(share('noise').suggested).toBeCloseTo(28, 6);
    const service = weights.slice(3).reduce((sum, { suggested }) => sum + suggested, 0);
    expect(service).toBeGreaterThan(60 - 1e-3);
    expect(priceOfBounds!.objective).toBeGreaterThan(priceOfBounds!.freeObjective);
    expect(priceOfBounds!.auc).toBeGreaterThan(0);
  });

  it('refuses bounds that nothing can satisfy, naming both sums', async () => {
    await expect(suggest({ rules: { bounds: { use: { min: 80, max: 100 }, service: { min: 30, max: 100 } } } })).rejects.toMatchObject({
      code: 'bounds-infeasible',
      detail: { least: 110, most: 200 },
    });
    await expect(
      suggest({
        rules: {
          bounds: { use: { min: 50, max: 60 }, logins: { min: 0, max: 10 }, features: { min: 0, max: 10 }, wrong: { min: 0, max: 10 } },
        },
      }),
    ).rejects.toMatchObject({
      code: 'bounds-infeasible',
      detail: { where: 'use', least: 50, most: 30 },
    });
  });

  it('fits the dimensions alone while there are few events, and nothing below 30', async () => {
    const withEvents = (accounts: number) => ({
      ...book.rows,
      outcomes: Uint8Array.from(book.rows.outcomes, (_, row) => (row < 3 * accounts && row % 3 === 0 ? 1 : 0)),
    });
    const some = await suggest({}, withEvents(60));
    expect(some.level).toBe('dimensions');
    expect(some.weights.map(({ node }) => node)).toEqual(['use', 'service']);
    await expect(suggest({ rules: { level: 'metrics', bounds: {} } }, withEvents(60))).rejects.toMatchObject({ code: 'weights-too-many' });
    const chosen = await suggest({ rules: { bounds: {}, free: ['logins', 'tickets', 'noise'] } }, withEvents(60));
    expect(chosen.weights.filter(({ locked }) => !locked)).toHaveLength(3);
    expect(chosen.warnings).not.toContain('FEW_EVENTS_PER_WEIGHT');
    await expect(suggest({}, withEvents(29))).rejects.toMatchObject({ code: 'gate-closed' });
  });

  it('keeps a bound on a metric by its dimension where only dimensions are fitted', async () => {
    const { weights, model: suggested } = await suggest({ rules: { level: 'dimensions', bounds: { logins: { min: 0, max: 15 } } } });
    expect(weights[0]).toMatchObject({ node: 'use', maximum: 45, state: 'at-maximum' });
    expect(100 * effectiveWeights(suggested!).get('logins')!).toBeCloseTo(15, 2);
  });

  it('suggests nothing when every metric points the wrong way', async () => {
    const turned = Uint8Array.from(book.rows.outcomes, (outcome) => 1 - outcome);
    const only = plainModel([{ id: 'use', weight: 1, metrics: { logins: 1, features: 1, tickets: 1 } }]);
    const apart = { ...book.rows, outcomes: turned, accounts: Uint32Array.from(turned.keys()) };
    const { model: none, warnings } = await suggest({}, apart, only);
    expect(none).toBeNull();
    expect(warnings).toContain('NO_SIGNAL');
  });

  it('says when the outcome is separated perfectly', async () => {
    const outcomes = Uint8Array.from(logins, (value) => (value < 30 ? 1 : 0));
    const rows = { ...book.rows, outcomes, accounts: Uint32Array.from(outcomes.keys()) };
    const only = plainModel([{ id: 'use', weight: 1, metrics: { logins: 1 } }]);
    expect((await suggest({}, rows, only)).warnings).toContain('PERFECT_SEPARATION');
  });

  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    const stopping = suggestWeights(weightsAsked(model, points, book.rows), {
      signal: abort.signal,
      onShare: () => abort.abort(),
      pause: pace.pause,
    });
    await expect(stopping).rejects.toMatchObject({ code: 'cancelled' });
  });
});
