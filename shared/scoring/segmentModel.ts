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
