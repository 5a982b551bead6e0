import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/createEngine.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Control, Position } from '../../../shared/contract/whatIfCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { draftAt } from '../../../shared/whatIf/draftAt.ts';
import { expectSameBook } from './expectSameBook.ts';

// The sample study: a few hundred accounts, many as-of dates, and accounts that churned.
const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
let engine: Engine;
let draft: Model;
const baseline = { version: 'v1' };
beforeAll(async () => {
  engine = createEngine({ userDirectory: folder, resourcesDirectory: join(import.meta.dirname, '../../../resources'), threads: 2 });
  await engine.invoke('open-sample', {});
  const { id } = await engine.invoke('save-version', { name: 'as opened' });
  draft = (await engine.invoke('read-version', { id })).model;
}, 60_000);
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

type Hold = CallInput<'hold-control'>;
const hold = (control: Control, rest: Partial<Hold> = {}) => engine.invoke('hold-control', { baseline, draft, control, ...rest });
const exactly = (model: Model, rest: Partial<CallInput<'compare-models'>> = {}) =>
  engine.invoke('compare-models', { baseline, draft: { model }, ...rest });

const moves: [string, Control, Position][] = [
  ['a dimension’s weight', { kind: 'weight', node: 'usage_health', rescaleSiblings: false }, { kind: 'weight', weight: 60 }],
  ['a dimension’s weight to 0', { kind: 'weight', node: 'usage_health', rescaleSiblings: false }, { kind: 'weight', weight: 0 }],
  ['a group’s weight, its siblings following', { kind: 'weight', node: 'depth', rescaleSiblings: true }, { kind: 'weight', weight: 3 }],
  ['a metric’s weight', { kind: 'weight', node: 'days_late_points', rescaleSiblings: false }, { kind: 'weight', weight: 1e12 }],
  [
    'a metric’s curve',
    { kind: 'leaf', leaf: 'days_late_points' },
    { kind: 'leaf', curve: { kind: 'steps', cuts: [0, 5], points: [100, 60, 10] } },
  ],
  ['a missing policy', { kind: 'leaf', leaf: 'days_late_points' }, { kind: 'leaf', missing: { policy: 'no-score' } }],
  ['the band edges', { kind: 'cuts' }, { kind: 'cuts', cuts: [62.25, 88] }],
];

describe('a control in hand', () => {
  it.each(moves)('answers as the exact comparison does, whole, by segment and by account: %s', async (_, control, position) => {
    const { hand, accounts, inHand, baseline: outline, bytesPerAccount } = await hold(control);
    const moved = await engine.invoke('move-control', { hand, position, segments: true, movers: { kind: 'largest', limit: 5 } });
    const model = draftAt(draft, control, position);
    const exact = await exactly(model);
    expectSameBook(moved.book, exact.book);
    expect([accounts, inHand]).toEqual([exact.book.accounts, exact.book.accounts]);
    expect(outline!.accounts).toEqual(exact.outline!.accounts);
    expect(bytesPerAccount).toBeLessThanOrEqual(96);
    expect(moved.segments!.map(({ id }) => id)).toEqual(exact.segments.map(({ id }) => id));
    for (const [index, { book }] of moved.segments!.entries()) expectSameBook(book, exact.segments[index]!.book);
    const movers = await engine.invoke('list-movers', { baseline, draft: { model }, limit: 5 });
    expect(moved.movers!.map(({ change }) => change?.toFixed(4))).toEqual(movers.movers.map(({ change }) => change?.toFixed(4)));
    for (const mover of moved.movers!) {
      const same = movers.movers.find(({ account }) => account === mover.account);
      if (same) expect({ ...mover, change: null, after: null }).toMatchObject({ ...same, before: mover.before, change: null, after: null });
    }
  });

  it('tells the evidence line of the proof set, close to the exact one', async () => {
    const [, control, position] = moves[0]!;
    const { hand, proof } = await hold(control, { outcome: 'churned' });
    const { proof: line } = await engine.invoke('move-control', { hand, position });
    const exact = await engine.invoke('compare-evidence', {
      baseline,
      draft: { model: draftAt(draft, control, position) },
      outcome: 'churned',
    });
    expect(proof!.set).toEqual(exact.set);
    for (const [found, expected] of [
      [line!, exact.draft.line],
      [proof!.baseline!, exact.baseline!.line],
    ] as const) {
      expect(found.bands).toEqual(expected.bands);
      expect(Math.abs(found.auc! - expected.auc!)).toBeLessThanOrEqual(found.aucWithin! + 1e-9);
      expect(found.aucWithin).toBeLessThan(0.005);
      expect(found.ks).toBeCloseTo(expected.ks!, 1);
      expect(found.liftWorstTenth).toBeCloseTo(expected.liftWorstTenth!, 1);
    }
  });

  it('is in hand at once when it was before, wherever its weight stood', async () => {
    const [, control] = moves[0]!;
    const first = await hold(control);
    const moved = draftAt(draft, control, { kind: 'weight', weight: 12 });
    expect((await hold(control, { draft: moved })).hand).toBe(first.hand);
    const [, other] = moves[3]!;
    expect((await hold(other)).hand).not.toBe(first.hand);
  });

  it('answers for one segment alone', async () => {
    const [, control, position] = moves[0]!;
    const segment = draft.segments[0]!.id;
    const { hand, accounts, inHand, baseline: outline } = await hold(control, { segment });
    const model = draftAt(draft, control, position);
    const exact = await exactly(model, { segment });
    expect([accounts, inHand]).toEqual([exact.book.accounts, exact.book.accounts]);
    expect(outline!.accounts).toEqual(exact.outline!.accounts);
    expectSameBook((await engine.invoke('move-control', { hand, position })).book, exact.book);

    const rested = await engine.invoke('move-control', { hand, position, segments: true, movers: { kind: 'largest', limit: 5 } });
    expectSameBook(rested.book, exact.book);
    for (const [index, { book }] of rested.segments!.entries()) expectSameBook(book, exact.segments[index]!.book);
    const { movers } = await engine.invoke('list-movers', { baseline, draft: { model }, segment, limit: 5 });
    expect(rested.movers!.map(({ account }) => account)).toEqual(movers.map(({ account }) => account));
  });

  it('withholds every score when no weight is left, without NaN', async () => {
    const empty: Model = { ...draft, segments: [], dimensions: draft.dimensions.map((node) => ({ ...node, weight: 0 })) };
    const { hand } = await hold({ kind: 'weight', node: 'usage_health', rescaleSiblings: false }, { draft: empty, outcome: 'churned' });
    const { book, proof } = await engine.invoke('move-control', { hand, position: { kind: 'weight', weight: 0 } });
    expect(book.mean).toBeNull();
    expect(book.migrationAccounts.map((row) => row.slice(0, -1).every((count) => count === 0))).toEqual(
      book.migrationAccounts.map(() => true),
    );
    expect(proof).toMatchObject({ auc: null, ks: null, liftWorstTenth: null });
    const again = await engine.invoke('move-control', { hand, position: { kind: 'weight', weight: 1 } });
    expect(again.book.mean).not.toBeNull();
  });

  it('finds the movers of its own date after the definition was changed and changed back, and the dates observed in another order', async () => {
    const [, control, position] = moves[0]!;
    const { study } = await engine.invoke('read-study', {});
    const names = async () => {
      const { hand } = await hold(control);
      const { movers } = await engine.invoke('move-control', { hand, position, movers: { kind: 'largest', limit: 5 } });
      return movers!.map(({ account, change }) => `${account} ${change?.toFixed(4)}`);
    };
    const before = await names();
    const { metrics } = study.definition;
    await engine.invoke('define-study', { document: { metrics: [{ ...metrics[0]!, name: 'renamed' }] } });
    await names();
    await engine.invoke('define-study', { document: { metrics: [metrics[0]!] } });
    await engine.invoke('summarise-observations', {});
    expect(await names()).toEqual(before);
  });

  it('says what cannot be held or moved', async () => {
    const refused = async (call: Promise<unknown>) =>
      call.then(
        () => null,
        (failure: { code?: string }) => failure.code,
      );
    const control: Control = { kind: 'weight', node: 'nobody', rescaleSiblings: false };
    expect(await refused(hold(control))).toBe('node-unknown');
    expect(await refused(hold({ kind: 'leaf', leaf: 'usage_health' }))).toBe('node-unknown');
    expect(await refused(hold({ kind: 'cuts', segment: 'nobody' }))).toBe('segment-unknown');
    expect(await refused(hold({ kind: 'cuts' }, { segment: 'nobody' }))).toBe('segment-unknown');
    const locked: Model = { ...draft, dimensions: draft.dimensions.map((node) => ({ ...node, locked: true })) };
    expect(await refused(hold({ kind: 'weight', node: 'usage_health', rescaleSiblings: true }, { draft: locked }))).toBe(
      'weight-not-movable',
    );
    expect(await refused(engine.invoke('move-control', { hand: 'of another engine', position: { kind: 'cuts', cuts: [1, 2] } }))).toBe(
      'hand-unknown',
    );
    const { hand } = await hold({ kind: 'cuts' });
    for (const position of [
      { kind: 'weight', weight: 1 },
      { kind: 'cuts', cuts: [80, 60] },
      { kind: 'cuts', cuts: [60] },
    ] as Position[])
      expect(await refused(engine.invoke('move-control', { hand, position }))).toBe('position-invalid');
    const leaf = await hold({ kind: 'leaf', leaf: 'days_late_points' });
    const words: Position = { kind: 'leaf', curve: { kind: 'categories', points: { a: 1 }, unlisted: 'missing', loose: false } };
    expect(await refused(engine.invoke('move-control', { hand: leaf.hand, position: words }))).toBe('position-invalid');
  });
});
