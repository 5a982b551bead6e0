import { describe, expect, it } from 'vitest';
import { reweigh } from '../../../renderer/views/model/edit/reweigh.ts';
import { baseScope, setCurve, setCuts } from '../../../renderer/views/model/edit/scope.ts';
import { updateNode } from '../../../renderer/views/model/edit/tree.ts';
import { leadsTo, positionIn } from '../../../renderer/views/whatIf/live/control.ts';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import { smallDraft as model } from './smallDraft.ts';

const weightOf = (node: string, more: Partial<Extract<Control, { kind: 'weight' }>> = {}): Control => ({
  kind: 'weight',
  node,
  rescaleSiblings: true,
  ...more,
});
const inSegment = { kind: 'segment', id: 's' } as const;
const steep = { kind: 'steps', cuts: [5], points: [0, 100] } as const;
const steepCurve = { ...steep, cuts: [...steep.cuts], points: [...steep.points] };

describe('where a control stands', () => {
  it('is read from the model, in a segment with what it overrides', () => {
    expect(positionIn(model, weightOf('a'))).toEqual({ kind: 'weight', weight: 50 });
    expect(positionIn(model, weightOf('a', { segment: 's' }))).toEqual({ kind: 'weight', weight: 40 });
    expect(positionIn(model, weightOf('b', { segment: 's' }))).toEqual({ kind: 'weight', weight: 30 });
    expect(positionIn(model, { kind: 'cuts' })).toEqual({ kind: 'cuts', cuts: [60, 80] });
    expect(positionIn(model, { kind: 'leaf', leaf: 'a' })).toMatchObject({
      curve: { cuts: [10, 20] },
      missing: { policy: 'redistribute' },
    });
  });

  it('is nowhere when the model does not have it', () => {
    expect(positionIn(model, weightOf('gone'))).toBeNull();
    expect(positionIn(model, weightOf('a', { segment: 'gone' }))).toBeNull();
  });
});

describe('an edit is explained by the control that made it, and by no other', () => {
  it('a weight, with its siblings rescaled or left alone', () => {
    const rescaled = reweigh(model, baseScope, 'a', 75, true);
    expect(leadsTo(model, weightOf('a'), rescaled)).toBe(true);
    expect(leadsTo(model, weightOf('b'), rescaled)).toBe(false);
    expect(leadsTo(model, weightOf('a', { rescaleSiblings: false }), rescaled)).toBe(false);
    expect(leadsTo(model, weightOf('a', { segment: 's' }), rescaled)).toBe(false);
  });

  it('a weight along a drag, rescaled from another position than the one in hand', () => {
    const later = reweigh(reweigh(model, baseScope, 'a', 61, true), baseScope, 'a', 33, true);
    expect(leadsTo(model, weightOf('a'), later)).toBe(true);
  });

  it('a weight whose siblings come to almost nothing, and back', () => {
    const end = reweigh(reweigh(model, baseScope, 'a', 99.9999, true), baseScope, 'a', 100, true);
    const leftOver = { ...end, dimensions: end.dimensions.map((node) => (node.id === 'b' ? { ...node, weight: 3e-14 } : node)) };
    expect(leadsTo(model, weightOf('a'), leftOver)).toBe(true);
  });

  it('two weights at once: by neither', () => {
    const both = reweigh(reweigh(model, baseScope, 'a', 75, false), baseScope, 'b', 10, false);
    for (const node of ['a', 'b', 'c']) expect(leadsTo(model, weightOf(node, { rescaleSiblings: false }), both)).toBe(false);
  });

  it('a curve, a missing policy, band edges; in the base and in a segment', () => {
    const leaf: Control = { kind: 'leaf', leaf: 'a' };
    expect(leadsTo(model, leaf, setCurve(model, baseScope, 'a', steepCurve))).toBe(true);
    expect(leadsTo(model, { ...leaf, segment: 's' }, setCurve(model, inSegment, 'a', steepCurve))).toBe(true);
    expect(leadsTo(model, leaf, setCurve(model, inSegment, 'a', steepCurve))).toBe(false);
    const worst = updateNode(model, 'a', 'metric', (one) => ({ ...one, missing: { policy: 'worst' } }));
    expect(leadsTo(model, leaf, worst)).toBe(true);
    expect(leadsTo(model, { ...leaf, segment: 's' }, worst)).toBe(true);
    expect(leadsTo(model, { kind: 'cuts' }, setCuts(model, baseScope, [50, 80]))).toBe(true);
    expect(leadsTo(model, { kind: 'cuts' }, setCuts(model, inSegment, [50, 80]))).toBe(false);
  });

  it('a weight that cannot move, because no sibling is unlocked: by nothing', () => {
    const locked = { ...model, dimensions: model.dimensions.map((node) => (node.id === 'a' ? node : { ...node, locked: true })) };
    const moved = reweigh(locked, baseScope, 'a', 60, false);
    expect(leadsTo(locked, weightOf('a'), moved)).toBe(false);
  });
});
