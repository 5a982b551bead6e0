import type { Curve, CurveOf } from '../model/curve.ts';
import { type Leaf, leavesOf, type Model, type Node } from '../model/model.ts';
import { pointsOf } from '../scoring/pointsOf.ts';
import type { CalibrationRows } from './CalibrationRows.ts';
import { type Healthier, supervisedCurve } from './supervisedCurve.ts';

/** A curve of a model that can be drawn anew from other rows: it is, to the last digit, what was suggested of all of them. */
export interface DrawnCurve {
  leaf: Leaf;
  /** Of its metric in every row; NaN = missing. */
  values: Float64Array;
  /** What was chosen when it was suggested; undefined: what the data say. */
  chosen: Healthier | undefined;
}

const choices: readonly (Healthier | undefined)[] = [undefined, 'higher', 'lower'];

/**
 * The curves marked as drawn from this outcome that these rows suggest exactly as they are. The others were edited since, or put down by hand from bins,
 * or drawn from other data: nobody can say what they would have been without some of the rows.
 * @param valuesOf undefined where a metric has no numbers
 */
export function drawnCurves(
  { dimensions, segments }: Model,
  outcome: string,
  { outcomes }: Pick<CalibrationRows, 'outcomes'>,
  valuesOf: (leaf: Leaf) => Float64Array | undefined,
): DrawnCurve[] {
  return markedLeaves({ dimensions }).flatMap((leaf) => {
    if (leaf.curveFrom?.outcome !== outcome || segments.some(({ curves }) => leaf.id in curves)) return [];
    const values = valuesOf(leaf);
    if (!values) return [];
    const found = choices.findIndex((chosen) => isSame(supervisedCurve(values, outcomes, chosen).curve, leaf.curve));
    return found < 0 ? [] : [{ leaf, values, chosen: choices[found] }];
  });
}

/** Leaves whose curve was drawn from what happened. */
export function markedLeaves({ dimensions }: Pick<Model, 'dimensions'>): Leaf[] {
  return leavesOf(dimensions).filter(({ curveFrom }) => curveFrom !== undefined);
}

/** The model as it would be had its drawn curves been suggested of these rows alone. */
export function redrawn(
  model: Model,
  drawn: readonly DrawnCurve[],
  { outcomes }: Pick<CalibrationRows, 'outcomes'>,
  rows: Uint32Array,
): Model {
  if (drawn.length === 0) return model;
  const happened = Uint8Array.from(rows, (row) => outcomes[row]!);
  const curves = new Map(
    drawn.map(({ leaf, values, chosen }) => {
      const known = Float64Array.from(rows, (row) => values[row]!);
      return [leaf.id, supervisedCurve(known, happened, chosen).curve ?? silent] as const;
    }),
  );
  const change = (node: Node): Node =>
    node.kind === 'group' ? { ...node, children: node.children.map(change) } : { ...node, curve: curves.get(node.id) ?? node.curve };
  return { ...model, dimensions: model.dimensions.map(change) };
}

/** What the leaves of a redrawn model earn; of the curves that were not drawn as before. */
export function redrawnPoints(
  model: Model,
  drawn: readonly DrawnCurve[],
  before: (leaf: Leaf) => Float64Array,
): (leaf: Leaf) => Float64Array {
  const curves = new Map(leavesOf(model.dimensions).map(({ id, curve }) => [id, curve]));
  const points = new Map(
    drawn.map(({ leaf: { id }, values }) => [id, values.map((value) => pointsOf(curves.get(id)!, value) ?? Number.NaN)]),
  );
  return (leaf) => points.get(leaf.id) ?? before(leaf);
}

/** Of a metric in which some rows show no bins that differ: it is there, and says nothing. */
const silent: CurveOf<'steps'> = { kind: 'steps', cuts: [], points: [50] };

function isSame(suggested: CurveOf<'steps'> | null, curve: Curve): boolean {
  if (!suggested || curve.kind !== 'steps' || curve.log1p) return false;
  const isEqual = (one: readonly number[], other: readonly number[]) =>
    one.length === other.length && one.every((value, place) => value === other[place]);
  return isEqual(suggested.cuts, curve.cuts) && isEqual(suggested.points, curve.points);
}
