import { evaluateFilter } from '../expression/evaluateFilter.ts';
import type { NamedValue } from '../expression/expression.ts';
import { parseFilter } from '../expression/parseFilter.ts';
import type { Model, Node, Segment } from '../model/model.ts';

/** The model as a segment's accounts are scored by: the base with the segment's own weights, curves and cuts. Null: the base itself. */
export function segmentModel(model: Model, segment: Segment | null): Model {
  if (!segment) return model;
  const inherit = (node: Node): Node => {
    const weight = segment.weights[node.id] ?? node.weight;
    if (node.kind === 'group') return { ...node, weight, children: node.children.map(inherit) };
    return { ...node, weight, curve: segment.curves[node.id] ?? node.curve };
  };
  return { ...model, dimensions: model.dimensions.map(inherit), cuts: segment.cuts ?? model.cuts };
}

/** The first segment whose condition holds for an observation; null when it is scored by the base. */
export function segmentOf(model: Model, lookUp: (name: string) => NamedValue): Segment | null {
  return model.segments.find((segment) => evaluateFilter(parseFilter(segment.where), lookUp)) ?? null;
}
