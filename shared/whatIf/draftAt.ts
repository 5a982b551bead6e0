import type { Control, Position } from '../contract/whatIfCalls.ts';
import { type Leaf, leavesOf, type Model, type Node } from '../model/model.ts';
import { changeWeightIn } from './changeWeightIn.ts';
import { segmentNamed } from './segmentNamed.ts';

/** The draft with the control in hand at a position of its kind; as it is for a position of another kind. @throws what `changeWeightIn` throws */
export function draftAt(draft: Model, control: Control, position: Position): Model {
  if (control.kind === 'weight' && position.kind === 'weight') return changeWeightIn(draft, control, position.weight);
  if (control.kind === 'cuts' && position.kind === 'cuts') return overriding(draft, control.segment, { cuts: position.cuts });
  if (control.kind !== 'leaf' || position.kind !== 'leaf') return draft;
  const { curve, missing } = position;
  const policed = missing ? withLeaf(draft, control.leaf, (leaf) => ({ ...leaf, missing })) : draft;
  if (!curve) return policed;
  if (control.segment === undefined) return withLeaf(policed, control.leaf, (leaf) => ({ ...leaf, curve }));
  const own = segmentNamed(draft, control.segment);
  const inForce = own.curves[control.leaf] ?? leavesOf(draft.dimensions).find(({ id }) => id === control.leaf)?.curve;
  // A segment that follows the base's curve goes on following it while only the policy moves.
  if (JSON.stringify(curve) === JSON.stringify(inForce)) return policed;
  return overriding(policed, control.segment, { curves: { ...own.curves, [control.leaf]: curve } });
}

function overriding(
  draft: Model,
  segment: string | undefined,
  change: { cuts: number[] } | { curves: Model['segments'][number]['curves'] },
): Model {
  if (segment === undefined) return { ...draft, ...change };
  const own = segmentNamed(draft, segment);
  return { ...draft, segments: draft.segments.map((one) => (one === own ? { ...one, ...change } : one)) };
}

function withLeaf(draft: Model, id: string, change: (leaf: Leaf) => Leaf): Model {
  const among = (node: Node): Node => {
    if (node.kind === 'group') return { ...node, children: node.children.map(among) };
    return node.id === id ? change(node) : node;
  };
  return { ...draft, dimensions: draft.dimensions.map(among) };
}
