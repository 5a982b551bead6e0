import { expect, it } from 'vitest';
import { bytesInHand } from '../../../electron/engine/whatIf/bytesInHand.ts';
import type { ControlInHand } from '../../../electron/engine/whatIf/ControlInHand.ts';
import { Hands } from '../../../electron/engine/whatIf/Hands.ts';
import { holdBook } from '../../../electron/engine/whatIf/holdBook.ts';
import { type RowColumn, RowSet } from '../../../electron/engine/whatIf/RowSet.ts';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import { column } from '../../../shared/sql/sql.ts';
import { latest, smallObservations, twoMetrics } from '../comparison/smallStudy.ts';

it('keeps the last hand within its bytes, then columns of points, the longest unused going first', async () => {
  const { database, observations } = await smallObservations([{ account: 'one', usage: 50, support: 40 }]);
  const hands = new Hands();
  const rows = await hands.rows('book', () => RowSet.of(database, observations.base, 'true', {}));
  const baseline = { kind: 'model' as const, name: 'Health', model: twoMetrics };
  const columnOf = (name: string) => ({ sql: column(name === 'size' ? 'account.size' : name), type: 'number' as const });
  const take = async (node: string): Promise<ControlInHand> => {
    const control: Control = { kind: 'weight', node, rescaleSiblings: false };
    const context = { draft: twoMetrics, baseline, control, only: null, columnOf, options: {} };
    return { ...context, observations, asOf: latest, book: await holdBook(rows, observations, context), proof: null };
  };
  const [first, second] = [await hands.hold('first', () => take('usage_leaf')), await hands.hold('second', () => take('support_leaf'))];
  const [held, pointsOfBoth] = [bytesInHand(first.book), rows.bytes];
  expect(held).toBeGreaterThan(0);

  await hands.keepWithin(2 * held + pointsOfBoth);
  expect(await hands.find('first')).toBe(first);
  expect(rows.bytes).toBe(pointsOfBoth);

  await hands.find('second');
  await hands.keepWithin(held + 4);
  expect(await hands.find('second')).toBe(second);
  await expect(hands.find('first')).rejects.toMatchObject({ code: 'hand-unknown' });
  expect(rows.bytes).toBeLessThanOrEqual(4);

  await hands.keepWithin(1);
  expect(await hands.find('second')).toBe(second);
  const usage: RowColumn<'double'> = { type: 'double', sql: 'usage' };
  await rows.read([usage], {});
  expect(rows.column(usage)[0]).toBe(50);
});

it('lets what can wait go on once no control was in use for so long, at once where none ever was', async () => {
  const hands = new Hands();
  const { signal } = new AbortController();
  await hands.rest(60_000, signal);
  await hands.find('unknown').catch(() => {});
  const start = performance.now();
  await hands.rest(60, signal);
  expect(performance.now() - start).toBeGreaterThan(55);
});

it('stops waiting for a hand to rest when it is cancelled', async () => {
  const hands = new Hands();
  await hands.find('unknown').catch(() => {});
  const controller = new AbortController();
  const resting = hands.rest(60_000, controller.signal);
  controller.abort();
  await expect(resting).rejects.toMatchObject({ code: 'cancelled' });
});
