import type { Control, Position } from '../../../../shared/contract/whatIfCalls.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { segmentModel } from '../../../../shared/scoring/segmentModel.ts';
import { draftAt } from '../../../../shared/whatIf/draftAt.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { segmentOf } from '../../model/edit/scope.ts';
import { findNode, type PlacedNode } from '../../model/edit/tree.ts';

/** Rescaling from another position of the same drag differs in the last bits only. */
const tolerance = 1e-9;

/** Where a control stands in a model; null when the model does not have it. */
export function positionIn(model: Model, control: Control): Position | null {
  if (control.kind === 'cuts') {
    const seen = seenBy(model, control);
    return seen && { kind: 'cuts', cuts: seen.cuts };
  }
  const node = nodeIn(model, control)?.node;
  if (!node) return null;
  if (control.kind === 'weight') return { kind: 'weight', weight: node.weight };
  return node.kind === 'metric' ? { kind: 'leaf', curve: node.curve, missing: node.missing } : null;
}

/** The node that a control moves, and its place; undefined where it moves none, or the model does not have it. */
export function nodeIn(model: Model, control: Control): PlacedNode | undefined {
  if (control.kind === 'cuts') return undefined;
  const seen = seenBy(model, control);
  return seen ? findNode(seen, control.kind === 'weight' ? control.node : control.leaf) : undefined;
}

/** Whether moving this one control leads from one model to the other. */
export function leadsTo(from: Model, control: Control, to: Model): boolean {
  const position = positionIn(to, control);
  if (!position || !positionIn(from, control)) return false;
  try {
    return sameContent(draftAt(from, control, position), to, tolerance);
  } catch {
    return false;
  }
}

/** The model as the control's segment has it; null without that segment. */
function seenBy(model: Model, { segment: id }: Control): Model | null {
  if (id === undefined) return model;
  const segment = segmentOf(model, { kind: 'segment', id });
  return segment ? segmentModel(model, segment) : null;
}
