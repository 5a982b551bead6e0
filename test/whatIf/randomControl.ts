import fc from 'fast-check';
import type { Control, Position } from '../../shared/contract/whatIfCalls.ts';
import { leavesOf, type MissingPolicy, type Model, type Node } from '../../shared/model/model.ts';
import { scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { segmentModel } from '../../shared/scoring/segmentModel.ts';
import { draftAt } from '../../shared/whatIf/draftAt.ts';
import { siblingsOf } from '../../shared/whatIf/siblingsOf.ts';
import { lookUpIn } from '../scoring/observationNames.ts';
import { randomModel, randomObservation } from '../scoring/randomModel.ts';

const policy: fc.Arbitrary<MissingPolicy> = fc.oneof(
  fc.constantFrom<MissingPolicy>({ policy: 'redistribute' }, { policy: 'worst' }, { policy: 'no-score' }),
  // Most metrics of a random model have that one already.
  fc.constant<MissingPolicy>({ policy: 'redistribute' }),
  fc.double({ min: 0, max: 100, noNaN: true }).map((points) => ({ policy: 'neutral' as const, points })),
);
const weight = fc.oneof(fc.constantFrom(0, 1e-12, 1e12, 1, 40), fc.double({ min: 1e-9, max: 120, noNaN: true }));

/** A control of a model and a place to move it to, both ends among them; the curve of a leaf becomes that of another leaf of its kind. */
function randomControl(draft: Model): fc.Arbitrary<{ control: Control; position: Position }> {
  const nodes = allNodes(draft.dimensions);
  const leaves = leavesOf(draft.dimensions);
  const segment: fc.Arbitrary<{ segment?: string }> = fc.constantFrom({}, ...draft.segments.map(({ id }) => ({ segment: id })));
  const cuts = fc.record({
    control: segment.map((one) => ({ kind: 'cuts' as const, ...one })),
    position: fc.record({
      kind: fc.constant('cuts' as const),
      cuts: fc.constantFrom<number[]>([60, 80], [0, 100], [33.3, 33.4], [-5, 47.25]),
    }),
  });
  if (nodes.length === 0) return cuts;
  const weights = fc
    .record({
      node: oneOfEach(draft),
      own: segment,
      rescaleSiblings: fc.boolean(),
      weight,
      atEnd: fc.boolean(),
    })
    .map(({ node, own, rescaleSiblings, weight, atEnd }) => {
      const model = segmentModel(draft, draft.segments.find(({ id }) => id === own.segment) ?? null);
      const siblings = siblingsOf(model, node);
      const rest = siblings.filter((one) => one.id !== node && !one.locked).reduce((sum, one) => sum + one.weight, 0);
      const most = rest + siblings.find(({ id }) => id === node)!.weight;
      return {
        control: { kind: 'weight' as const, node, ...own, rescaleSiblings: rescaleSiblings && rest > 0 },
        position: { kind: 'weight' as const, weight: atEnd ? most : weight },
      };
    });
  if (leaves.length === 0) return fc.oneof(weights, cuts);
  const overridden = leaves.filter(({ id }) => draft.segments.some((one) => one.curves[id] !== undefined));
  const anyLeaf = fc.constantFrom(...leaves);
  const leaf = overridden.length === 0 ? anyLeaf : fc.oneof(anyLeaf, fc.constantFrom(...overridden));
  const curves = fc.record({ leaf, own: segment }).chain(({ leaf, own }) => {
    const fitting = leaves
      .filter(({ curve }) => (curve.kind === 'categories') === (leaf.curve.kind === 'categories'))
      .map(({ curve }) => curve);
    return fc.record({
      control: fc.constant({ kind: 'leaf' as const, leaf: leaf.id, ...own }),
      position: fc
        .oneof(
          fc.record({ missing: policy }),
          fc.record({ curve: fc.constantFrom(undefined, ...fitting), missing: fc.option(policy, { nil: undefined, freq: 2 }) }),
        )
        .map((change) => ({ kind: 'leaf' as const, ...change })),
    });
  });
  return fc.oneof({ weight: 3, arbitrary: weights }, { weight: 2, arbitrary: curves }, cuts);
}

/** The id of a node: a dimension, a group below one and a metric equally often, where there are any. */
function oneOfEach({ dimensions }: Model): fc.Arbitrary<string> {
  const groups = allNodes(dimensions).filter(({ kind }) => kind === 'group');
  const kinds = [
    groups.filter((node) => dimensions.includes(node)),
    groups.filter((node) => !dimensions.includes(node)),
    leavesOf(dimensions),
  ];
  return fc.oneof(...kinds.filter(({ length }) => length > 0).map((some) => fc.constantFrom(...some.map(({ id }) => id))));
}

interface Move {
  draft: Model;
  control: Control;
  position: Position;
}

const anyMove: fc.Arbitrary<Move> = fc
  .record({ model: randomModel, locked: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }) })
  .map(({ model, locked }) => withLocks(model, locked))
  .chain((draft) => randomControl(draft).map((move) => ({ draft, ...move })));

const witnesses = fc.sample(randomObservation, { numRuns: 16, seed: 20261129 });

/** Whether a score or a band of some observation changes: most models drawn at random hang on a few metrics only, and most moves do nothing. */
function hasEffect({ draft, control, position }: Move): boolean {
  const after = draftAt(draft, control, position);
  return witnesses.some((row) => {
    const [was, is] = [scoreObservation(draft, lookUpIn(row)), scoreObservation(after, lookUpIn(row))];
    return was.score !== is.score || was.band !== is.band;
  });
}

/** A random model, some of its nodes locked, with a control of it and a place to move that to; four times in five it has an effect. */
export const movedDraft = fc.oneof({ weight: 4, arbitrary: anyMove.filter(hasEffect) }, { weight: 1, arbitrary: anyMove });

/** The model with some of its nodes locked. */
function withLocks(model: Model, locked: readonly boolean[]): Model {
  let at = 0;
  const lock = (node: Node): Node => {
    const one = { ...node, locked: locked[at++ % locked.length] ?? false };
    return one.kind === 'group' ? { ...one, children: one.children.map(lock) } : one;
  };
  return { ...model, dimensions: model.dimensions.map(lock) };
}

function allNodes(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...(node.kind === 'group' ? allNodes(node.children) : [])]);
}
