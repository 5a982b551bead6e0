import type { Control, Position } from '../../../../shared/contract/whatIfCalls.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { segmentModel } from '../../../../shared/scoring/segmentModel.ts';
import { sameContent } from '../../../state/sameContent.ts';
import { reweigh } from '../../model/edit/reweigh.ts';
import { baseScope, type Scope, segmentOf, setCurve, setCuts } from '../../model/edit/scope.ts';
import { findNode, updateNode } from '../../model/edit/tree.ts';

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
    return sameContent(moved(from, control, position), to, tolerance);
  } catch {
    return false;
  }
}

/** @throws Failure `weight-not-movable` */
function moved(model: Model, control: Control, position: Position): Model {
  const scope = scopeOf(control);
  if (position.kind === 'cuts') return setCuts(model, scope, position.cuts);
  if (control.kind === 'weight' && position.kind === 'weight')
    return reweigh(model, scope, control.node, position.weight, control.rescaleSiblings);
  const before = positionIn(model, control);
  if (control.kind !== 'leaf' || position.kind !== 'leaf' || before?.kind !== 'leaf') return model;
  const { curve, missing } = position;
  // A segment that follows the base's curve goes on following it while only the policy moves.
  const curved = curve && !sameContent(curve, before.curve) ? setCurve(model, scope, control.leaf, curve) : model;
  return missing ? updateNode(curved, control.leaf, 'metric', (leaf) => ({ ...leaf, missing })) : curved;
}

function scopeOf({ segment }: Control): Scope {
  return segment === undefined ? baseScope : { kind: 'segment', id: segment };
}
