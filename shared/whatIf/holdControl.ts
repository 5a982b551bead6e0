import type { Control, Position } from '../contract/whatIfCalls.ts';
import { Failure } from '../failure.ts';
import type { Model } from '../model/model.ts';
import type { Arrangement } from './Arrangement.ts';
import type { Placed } from './Hand.ts';
import type { Held } from './Held.ts';
import { holdCuts } from './holdCuts.ts';
import { holdLeaf } from './holdLeaf.ts';
import { holdWeight } from './holdWeight.ts';
import type { MetricValues } from './MetricValues.ts';
import type { PointsOf } from './ModelColumns.ts';

/** A control of the draft over arranged observations, ready to move. */
export interface HeldControl {
  /** @throws Failure `position-invalid` for a position of another kind, or one the control cannot take */
  at(position: Position): Placed;
  /** What it holds, of all observations. */
  readonly bytes: number;
}

/**
 * Takes a control of the draft in hand.
 * @param values of the metric whose curve it is; null for other controls, or where the draft has no such metric
 * @throws Failure `node-unknown`, `segment-unknown`, `weight-not-movable`
 */
export function holdControl(
  draft: Model,
  control: Control,
  points: PointsOf,
  arrangement: Arrangement,
  values: MetricValues | null,
): HeldControl {
  switch (control.kind) {
    case 'weight':
      return only('weight', holdWeight(draft, control, points, arrangement));
    case 'leaf':
      if (!values) throw new Failure('node-unknown', { node: control.leaf });
      return only('leaf', holdLeaf(draft, control, points, arrangement, values));
    case 'cuts':
      return only('cuts', holdCuts(draft, control, points, arrangement));
  }
}

/** A held control that refuses positions of another kind. */
function only<Kind extends Position['kind']>(kind: Kind, held: Held<Kind>): HeldControl {
  const isOfKind = (position: Position): position is Extract<Position, { kind: Kind }> => position.kind === kind;
  return {
    get bytes() {
      return held.bytes;
    },
    at(position) {
      if (isOfKind(position)) return held.at(position);
      throw new Failure('position-invalid', { problem: `it is of the kind "${kind}", not "${position.kind}"` });
    },
  };
}
