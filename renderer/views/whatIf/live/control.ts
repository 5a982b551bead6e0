import type { Control, Position } from '../../../../shared/contract/whatIfCalls.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { segmentModel } from '../../../../shared/scoring/segmentModel.ts';
import { draftAt } from '../../../../shared/whatIf/draftAt.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { baseScope, type Scope, segmentOf } from '../../model/edit/scope.ts';
import { findNode } from '../../model/edit/tree.ts';

/** Rescaling from another position of the same drag differs in the last bits only. */
const tolerance = 1e-9;

/** Where a control stands in a model; null when the model does not have it. */
export function positionIn(model: Model, control: Control): Position | null {
  const scope = scopeOf(control);
  const segment = segmentOf(model, scope);
  if (scope.kind === 'segment' && !segment) return null;
  const seen = segment ? segmentModel(model, segment) : model;
  if (control.kind === 'cuts') return { kind: 'cuts', cuts: seen.cuts };
  const node = findNode(seen, control.kind === 'weight' ? control.node : control.leaf)?.node;
  if (!node) return null;
  if (control.kind === 'weight') return { kind: 'weight', weight: node.weight };
  return node.kind === 'metric' ? { kind: 'leaf', curve: node.curve, missing: node.missing } : null;
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

function scopeOf({ segment }: Control): Scope {
  return segment === undefined ? baseScope : { kind: 'segment', id: segment };
}
