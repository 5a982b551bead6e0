import type { Curve } from '../../../../shared/model/curve.ts';
import type { Model, Segment } from '../../../../shared/model/model.ts';
import { findNode, updateNode } from './tree.ts';

/** What an edit is about: the base model, or one segment's differences from it. */
export type Scope = { kind: 'base' } | { kind: 'segment'; id: string };

export const baseScope: Scope = { kind: 'base' };

/** The segment of a scope, if it is one that exists. */
export function segmentOf(model: Model, scope: Scope): Segment | undefined {
  return scope.kind === 'segment' ? model.segments.find((segment) => segment.id === scope.id) : undefined;
}

/** The model with one segment changed. */
export function updateSegment(model: Model, id: string, change: (segment: Segment) => Segment): Model {
  return { ...model, segments: model.segments.map((segment) => (segment.id === id ? change(segment) : segment)) };
}

/** The model with weights set, by node id, in the scope. In a segment, a weight that equals the base's is no override. */
export function setWeights(model: Model, scope: Scope, weights: Record<string, number>): Model {
  if (scope.kind === 'base') {
    return Object.entries(weights).reduce((next, [id, weight]) => {
      const node = findNode(next, id)?.node;
      return node ? updateNode(next, id, node.kind, (found) => ({ ...found, weight })) : next;
    }, model);
  }
  return updateSegment(model, scope.id, (segment) => {
    const next = { ...segment.weights, ...weights };
    return {
      ...segment,
      weights: Object.fromEntries(Object.entries(next).filter(([id, weight]) => findNode(model, id)?.node.weight !== weight)),
    };
  });
}

/** The model with a leaf's curve set in the scope. */
export function setCurve(model: Model, scope: Scope, leaf: string, curve: Curve): Model {
  if (scope.kind === 'base') return updateNode(model, leaf, 'metric', (node) => ({ ...node, curve }));
  return updateSegment(model, scope.id, (segment) => ({ ...segment, curves: { ...segment.curves, [leaf]: curve } }));
}

/** The model with the band edges set in the scope. */
export function setCuts(model: Model, scope: Scope, cuts: number[]): Model {
  return scope.kind === 'base' ? { ...model, cuts } : updateSegment(model, scope.id, (segment) => ({ ...segment, cuts }));
}

/** The model in which a segment follows the base again: in one node's weight or curve, or in its band edges. */
export function clearOverride(model: Model, segment: string, what: { weight: string } | { curve: string } | 'cuts'): Model {
  const without = <Value>(record: Record<string, Value>, id: string) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
  return updateSegment(model, segment, (one) => {
    if (what === 'cuts') return { ...one, cuts: undefined };
    return 'weight' in what ? { ...one, weights: without(one.weights, what.weight) } : { ...one, curves: without(one.curves, what.curve) };
  });
}

/** What a segment does differently, counted in words: "2 weights, 1 curve, band edges"; empty when nothing. */
export function overridesText(segment: Segment): string {
  const counted = (count: number, name: string) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]);
  return [
    ...counted(Object.keys(segment.weights).length, 'weight'),
    ...counted(Object.keys(segment.curves).length, 'curve'),
    ...(segment.cuts ? ['band edges'] : []),
  ].join(', ');
}
