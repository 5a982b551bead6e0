import { setTimeout as after } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { holdBook } from '../../electron/engine/whatIf/holdBook.ts';
import { RowSet } from '../../electron/engine/whatIf/RowSet.ts';
import { LiveHand } from '../../renderer/views/whatIf/live/LiveHand.ts';
import type { Question } from '../../renderer/views/whatIf/live/question.ts';
import type { Invoke } from '../../shared/contract/contract.ts';
import type { Control, Position } from '../../shared/contract/whatIfCalls.ts';
import { column } from '../../shared/sql/sql.ts';
import { draftAt } from '../../shared/whatIf/draftAt.ts';
import { countTable } from '../../shared/whatIf/Hand.ts';
import { shiftedBookOf } from '../../shared/whatIf/shiftedBookOf.ts';
import { smallObservations, twoMetrics } from '../engine/comparison/smallStudy.ts';

const accounts = 1_000_000;
const control: Control = { kind: 'weight', node: 'usage_leaf', rescaleSiblings: false };
const question: Question = { baseline: { version: 'v1' }, asOf: null, segment: null, outcome: null, bands: null, dataChanges: 0 };
const heavier = (weight: number) => draftAt(twoMetrics, control, { kind: 'weight', weight });

it('shows results throughout a drag of two seconds over a million accounts, the last position among them', async () => {
  const { database, observations } = await smallObservations([]);
  await database.run({
    text: `insert into observations by name select 'a' || i as account_id, date '2026-03-31' as as_of, 1::double as revenue,
      (i * 7919 % 101)::double as usage, (i * 104729 % 101)::double as support, (i % 150)::double as "account.size" from range(${accounts}) t(i)`,
  });
  const rows = await RowSet.of(database, observations.table, 'true', {});
  const baseline = { kind: 'model' as const, name: 'Health', model: twoMetrics };
  const columnOf = (name: string) => ({ sql: column(name === 'size' ? 'account.size' : name), type: 'number' as const });
  const context = { draft: twoMetrics, baseline, control, only: null, columnOf, options: {} };
  const book = await holdBook(rows, observations, context);

  let under = 0;
  const invoke = (async (name: string, { position }: { position: Position }) => {
    under += 1;
    expect(under, 'one request runs at a time').toBe(1);
    // As across the boundary: the answer comes in a later turn.
    await after(0);
    under -= 1;
    if (name === 'hold-control') return { hand: 'h' };
    return { book: shiftedBookOf(countTable(book.hand, book.held.at(position)), book.standsFor), kernelMs: 0 };
  }) as unknown as Invoke;
  const inNextFrame = (callback: (due: number) => void) => void setTimeout(() => callback(performance.now()), 1000 / 60);
  const shown: { at: number; weight: number; accounts: number }[] = [];
  const hand = new LiveHand({
    invoke,
    collect: () => {},
    frames: { begin: inNextFrame, draw: inNextFrame },
    onAnswer: ({ model, moved }) =>
      shown.push({ at: performance.now(), weight: model.dimensions[0]!.weight, accounts: moved.book.accounts }),
    onFailure: (failure) => expect.unreachable(String(failure)),
    ahead: () => [],
    moverKind: () => 'largest',
  });

  hand.touch(control, twoMetrics, question, true);
  await after(0);
  const start = performance.now();
  let [before, weight] = [twoMetrics, 1];
  while (performance.now() - start < 2000) {
    weight += 0.01;
    const next = heavier(weight);
    expect(hand.follow(before, next, question)).toBe(true);
    before = next;
    await after(1000 / 60);
  }
  const end = performance.now();
  await expect.poll(() => shown.at(-1)?.weight, { timeout: 5000 }).toBe(weight);
  hand.stop();

  const moments = [start, ...shown.map(({ at }) => at).filter((at) => at < end), end];
  const gaps = moments.slice(1).map((at, index) => at - moments[index]!);
  expect(moments.length).toBeGreaterThan(10);
  expect(Math.max(...gaps)).toBeLessThan(1000);
  expect(shown.every((one) => one.accounts === accounts)).toBe(true);
  const weights = shown.map((one) => one.weight);
  expect(weights).toEqual([...weights].sort((one, other) => one - other));
}, 60_000);
