import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/createEngine.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Control, Position } from '../../../shared/contract/whatIfCalls.ts';
import { type MissingPolicy, type Model, model } from '../../../shared/model/model.ts';
import { draftAt } from '../../../shared/whatIf/draftAt.ts';
import { expectSameBook } from './expectSameBook.ts';

// Six accounts: usage 10, 30, 50, 70, 90 and unknown; support 80, 20, unknown, 60, 40 and unknown; `never` is known of nobody.
const rows = ['a,10,80,1', 'b,30,20,2', 'c,50,,3', 'd,70,60,4', 'e,90,40,5', 'f,,,6'];
const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ userDirectory: folder, resourcesDirectory: join(import.meta.dirname, '../../../resources'), threads: 2 });
  writeFileSync(join(folder, 'accounts.csv'), ['id,usage,support,worth', ...rows].join('\n'));
  await engine.invoke('create-study', { path: join(folder, 'study') });
  await engine.invoke('import-source', { path: join(folder, 'accounts.csv'), as: 'accounts' });
  const column = (id: string) => ({ id, name: id, value: { kind: 'column' as const, source: 'accounts', column: id } });
  await engine.invoke('define-study', {
    document: {
      account: { source: 'accounts', key: 'id', revenue: { metric: 'worth' } },
      metrics: [
        ...['usage', 'support', 'worth'].map(column),
        { id: 'never', name: 'never', value: { kind: 'formula', formula: 'usage / (usage - usage)' } },
      ],
      models: [of(['usage', 'support', 'never'])],
    },
  });
}, 60_000);
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

function of(metrics: readonly string[], extra: object = {}, missing: MissingPolicy = { policy: 'redistribute' }): Model {
  const curve = { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 100, points: 100 } };
  return model.parse({
    ...{ id: 'health', name: 'Health', cuts: [40, 65] },
    bands: ['red', 'yellow', 'green'].map((id) => ({ id, name: id, colour: '#000000', shape: 'circle' })),
    dimensions: metrics.map((metric) => ({ kind: 'metric', id: `${metric}_leaf`, metric, weight: 10, curve, missing })),
    ...extra,
  });
}

const weightOf = (metric: string, rescaleSiblings = false): Control => ({ kind: 'weight', node: `${metric}_leaf`, rescaleSiblings });
const at = (weight: number): Position => ({ kind: 'weight', weight });

/** The live book with a control at a position, after it was held against the exact one, whole and by segment. */
async function moved(draft: Model, control: Control, position: Position, rest: Pick<CallInput<'compare-models'>, 'segment'> = {}) {
  const baseline = { model: of(['usage']) };
  const { hand, proof } = await engine.invoke('hold-control', { baseline, draft, control, ...rest });
  expect(proof).toBeNull();
  const live = await engine.invoke('move-control', { hand, position, segments: true, movers: { kind: 'largest', limit: 9 } });
  const after = { model: draftAt(draft, control, position) };
  const exact = await engine.invoke('compare-models', { baseline, draft: after, ...rest });
  expectSameBook(live.book, exact.book);
  for (const [index, { book }] of live.segments!.entries()) expectSameBook(book, exact.segments[index]!.book);
  const listed = await engine.invoke('list-movers', { baseline, draft: after, ...rest });
  // 32-bit scores do not tell changes of a ten-thousandth of a point.
  const visible = listed.movers.filter(
    ({ change, before, after }) => change === null || Math.abs(change) > 1e-4 || before.band !== after.band,
  );
  expect(live.movers!.map(({ account }) => account).sort()).toEqual(visible.map(({ account }) => account).sort());
  expect(JSON.stringify(live)).not.toMatch(/NaN|Infinity/);
  return live.book;
}

describe('every account missing the moved metric', () => {
  const metrics = ['usage', 'support', 'never'];

  it.each([false, true])('moves no score where its weight is shared out, siblings following: %s', async (rescale) => {
    const resting = await moved(of(metrics), weightOf('never', rescale), at(10));
    expect(resting.mean).toBeCloseTo((45 + 25 + 50 + 65 + 65) / 5, 4);
    for (const weight of rescale ? [0, 1e-12, 15] : [0, 1e-12, 40, 1e12])
      expect((await moved(of(metrics), weightOf('never', rescale), at(weight))).migrationAccounts).toEqual(resting.migrationAccounts);
  });

  it('leaves nobody a score at the end where its siblings reach 0', async () => {
    const { mean, migrationAccounts } = await moved(of(metrics), weightOf('never', true), at(30));
    expect(mean).toBeNull();
    expect(migrationAccounts.flatMap((row) => row.slice(0, -1))).toEqual(Array(12).fill(0));
  });

  it.each<[MissingPolicy, number]>([
    [{ policy: 'neutral', points: 100 }, 100],
    [{ policy: 'worst' }, 0],
  ])('draws every score to what the policy %j gives, as the weight grows', async (missing, end) => {
    const { mean } = await moved(of(metrics, {}, missing), weightOf('never'), at(1e12));
    expect(mean).toBeCloseTo(end, 3);
    await moved(of(metrics, {}, missing), weightOf('never', true), at(12));
  });

  it('withholds every score by a policy that gives none, unless the weight is 0', async () => {
    const draft = of(metrics, {}, { policy: 'no-score' });
    expect((await moved(draft, weightOf('never'), at(5))).mean).toBeNull();
    // Without it the four accounts with usage and support have scores.
    expect((await moved(draft, weightOf('never'), at(0))).binAccounts.reduce((sum, one) => sum + one, 0)).toBe(4);
  });

  it('withholds who falls below the minimum coverage as its weight grows', async () => {
    const draft = of(metrics, { minimumCoverage: 0.6 });
    const scored = async (weight: number) =>
      (await moved(draft, weightOf('never'), at(weight))).binAccounts.reduce((sum, one) => sum + one, 0);
    expect([await scored(1), await scored(10), await scored(14)]).toEqual([4, 4, 0]);
  });

  it('earns the same points by any curve, and others by another policy', async () => {
    const curve = { kind: 'steps' as const, cuts: [50], points: [100, 0] };
    const control: Control = { kind: 'leaf', leaf: 'never_leaf' };
    const turned = await moved(of(metrics), control, { kind: 'leaf', curve });
    expect(turned.mean).toBeCloseTo(50, 4);
    const supplied = await moved(of(metrics), control, { kind: 'leaf', missing: { policy: 'neutral', points: 80 } });
    expect(supplied.binAccounts.reduce((sum, one) => sum + one, 0)).toBe(6);
  });
});

describe('one metric', () => {
  const control = weightOf('usage');
  it('gives every account its points whatever its weight, and nobody a score at 0', async () => {
    for (const weight of [1e-12, 3, 1e12]) expect((await moved(of(['usage']), control, at(weight))).mean).toBeCloseTo(50, 4);
    expect((await moved(of(['usage']), control, at(0))).mean).toBeNull();
  });
  it('has no siblings that could follow, and says so', async () => {
    const holding = moved(of(['usage']), weightOf('usage', true), at(5));
    await expect(holding).rejects.toMatchObject({ code: 'weight-not-movable' });
  });
  it('is the whole score by its curve', async () => {
    const curve = { kind: 'steps' as const, cuts: [50], points: [100, 0] };
    const { mean } = await moved(of(['usage']), { kind: 'leaf', leaf: 'usage_leaf' }, { kind: 'leaf', curve });
    expect(mean).toBeCloseTo(40, 4);
  });
});

describe('a segment of one account, and one of none', () => {
  const segmented = of(['usage', 'support'], {
    segments: [
      { id: 'one', name: 'One', where: 'usage = 90', weights: { support_leaf: 30 } },
      { id: 'none', name: 'None', where: 'usage > 1000' },
    ],
  });
  it.each<[string, number]>([
    ['one', 1],
    ['none', 0],
    ['base', 5],
  ])('answer on their own: %s', async (segment, accounts) => {
    const own = segment === 'base' ? {} : { segment };
    for (const weight of [0, 1e-12, 12, 1e12]) {
      expect((await moved(segmented, weightOf('usage'), at(weight), { segment })).accounts).toBe(accounts);
      expect((await moved(segmented, { ...weightOf('support'), ...own }, at(weight), { segment })).accounts).toBe(accounts);
    }
    await moved(segmented, { kind: 'cuts', ...own }, { kind: 'cuts', cuts: [52, 53] }, { segment });
  });
});

it('a book without an outcome answers without a proof set, and refuses an outcome there is not', async () => {
  const asked = { baseline: { model: of(['usage']) }, draft: of(['usage', 'support']), control: weightOf('usage') };
  const { hand, proof } = await engine.invoke('hold-control', { ...asked, outcome: null });
  expect(proof).toBeNull();
  expect((await engine.invoke('move-control', { hand, position: at(4) })).proof).toBeNull();
  await expect(engine.invoke('hold-control', { ...asked, outcome: 'churned' })).rejects.toMatchObject({ code: 'outcome-missing' });
});

it.each([1e-12, 1e12])('a weight of %f is as if the other had, or had not, any', async (weight) => {
  const book = await moved(of(['usage', 'support']), weightOf('usage'), at(weight));
  // Who misses one metric has the other's points.
  const points = weight < 1 ? [80, 20, 50, 60, 40] : [10, 30, 50, 70, 90];
  expect(book.mean).toBeCloseTo(points.reduce((sum, one) => sum + one, 0) / 5, 3);
});
