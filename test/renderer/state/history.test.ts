import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginHistory, beginStep, endStep, type History, historyLength, redo, step, undo } from '../../../renderer/state/history.ts';

const steps = (count: number) =>
  Array.from({ length: count }, (_, index) => index + 1).reduce((history, value) => step(history, `to ${value}`, value), beginHistory(0));

describe('history', () => {
  test('takes back at least 100 steps and brings them again', () => {
    const back = Array.from({ length: 100 }).reduce<History<number>>(undo, steps(150));
    expect(back.present).toBe(50);
    expect(Array.from({ length: 100 }).reduce<History<number>>(redo, back).present).toBe(150);
  });

  test('keeps the newest steps when there are too many', () => {
    const back = Array.from({ length: historyLength + 50 }).reduce<History<number>>(undo, steps(historyLength + 30));
    expect(back.present).toBe(30);
  });

  test('makes one step of a drag, whatever happened inside', () => {
    const dragged = [5, 6, 7].reduce((history, value) => step(history, 'weight of NPS', value), beginStep(beginHistory(4)));
    const ended = endStep(dragged);
    expect(ended.past).toEqual([{ label: 'weight of NPS', state: 4 }]);
    expect(undo(ended).present).toBe(4);
    expect(redo(undo(ended)).present).toBe(7);
  });

  test('makes no step of a drag that moved nothing, and keeps what could be redone', () => {
    const undone = undo(steps(2));
    expect(endStep(beginStep(undone))).toEqual(undone);
  });

  test('two things held at once are one step, taken when the last is let go', () => {
    const both = step(beginStep(step(beginStep(beginHistory(1)), 'first', 2)), 'second', 3);
    const one = step(endStep(both), 'first', 4);
    expect(one.past).toEqual([]);
    expect(endStep(one)).toMatchObject({ past: [{ label: 'first', state: 1 }], present: 4, drag: null });
  });

  test('an undo in the middle of a drag ends it and takes it back', () => {
    expect(undo(step(beginStep(beginHistory(1)), 'drag', 9)).present).toBe(1);
  });

  test('a new step forgets what was undone', () => {
    const next = step(undo(steps(3)), 'elsewhere', 10);
    expect(next.future).toEqual([]);
    expect(undo(next).present).toBe(2);
  });

  test('any undos followed by as many redos change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 40 }), fc.nat(60), (values, count) => {
        const history = values.reduce((before, value) => step(before, 'edit', value), beginHistory(0));
        const undone = Array.from({ length: count }).reduce<History<number>>(undo, history);
        const taken = history.past.length - undone.past.length;
        expect(Array.from({ length: taken }).reduce<History<number>>(redo, undone)).toEqual(history);
      }),
    );
  });
});
