import { freeIdentifier, identifierFrom } from '../../../../shared/model/identifier.ts';
import type { Metric } from '../../../../shared/model/metric.ts';
import type { Group, Leaf, Model } from '../../../../shared/model/model.ts';
import { fittingKinds, startingCurve } from './startingCurve.ts';
import { takenIds } from './tree.ts';

/** A metric as a new leaf: the first curve that fits, weight `weight`, missing values redistributed. */
export function newLeaf(model: Model, metric: Metric, weight: number): Leaf {
  const kind = fittingKinds(metric).includes('ramp') ? 'ramp' : 'categories';
  return {
    kind: 'metric',
    id: freeIdentifier(metric.id, takenIds(model)),
    metric: metric.id,
    weight,
    curve: startingCurve(kind, metric, null),
    missing: { policy: 'redistribute' },
  };
}

/** An empty group with a free id. */
export function newGroup(model: Model, name: string, weight: number): Group {
  return { kind: 'group', id: freeIdentifier(identifierFrom(name), takenIds(model)), name, weight, children: [] };
}
