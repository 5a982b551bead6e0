import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Model, Node } from '../../shared/model/model.ts';
import { suppliedPoints } from '../../shared/scoring/rollUpSql.ts';
import { type WeightedNode, weightedTree } from '../../shared/scoring/weightedTree.ts';
import { GroupOnRows } from '../../shared/whatIf/GroupOnRows.ts';
import { blockRows } from '../../shared/whatIf/NodeSums.ts';

const count = blockRows + 9;
const metrics = 5;

const weight = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const missing = fc.constantFrom(
  { policy: 'redistribute' as const },
  { policy: 'neutral' as const, points: 40 },
  { policy: 'worst' as const },
  { policy: 'no-score' as const },
);
const curve = {
  kind: 'ramp' as const,
  from: { value: 0, points: 0 },
  to: { value: 1, points: 100 },
  outside: 'clamp' as const,
  log1p: false,
};
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc
      .tuple(fc.uuid(), weight, missing, fc.nat(metrics - 1))
      .map(([id, own, policy, metric]): Node => ({ kind: 'metric', id, metric: `m${metric}`, weight: own, curve, missing: policy })),
    fc
      .tuple(fc.uuid(), weight, fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
      .map(([id, own, children]): Node => ({ kind: 'group', id, name: id, weight: own, children })),
  ),
}));

/** A node of one observation, by the rules in words: missing metrics are supplied or left out, and what is left is weighed anew. */
function reference(node: WeightedNode, pointsOf: (metric: string) => number): { value: number | null; known: number; withheld: boolean } {
  if (node.kind === 'metric') {
    const earned = pointsOf(node.leaf.metric);
    if (!Number.isNaN(earned)) return { value: earned, known: 1, withheld: false };
    return { value: suppliedPoints(node), known: 0, withheld: node.leaf.missing.policy === 'no-score' };
  }
  const total = node.children.reduce((sum, child) => sum + child.weight, 0);
  const children = node.children.map((child) => ({ share: child.weight / total, ...reference(child, pointsOf) }));
  const counting = children.filter(({ value }) => value !== null);
  const counted = counting.reduce((sum, { share }) => sum + share, 0);
  return {
    value: counting.length === 0 ? null : counting.reduce((sum, { share, value }) => sum + share * value!, 0) / counted,
    known: children.reduce((sum, { share, known }) => sum + share * known, 0),
    withheld: children.some(({ withheld }) => withheld),
  };
}

it('is what the rules say of every observation: trees of any depth, blocks of any length, rows that follow each other or not', () => {
  const points = fc.array(fc.oneof(fc.constant(Number.NaN), fc.float({ min: 0, max: 100, noNaN: true })), { minLength: 2, maxLength: 7 });
  const range = fc.oneof(
    fc.tuple(fc.nat(40), fc.nat(9)).map(([from, rows]) => ({ from, to: from + rows })),
    fc.constantFrom({ from: 0, to: blockRows }, { from: 9, to: count }, { from: count - 1, to: count }),
  );
  const order = fc.constantFrom<(place: number) => number>(
    (place) => place,
    (place) => count - 1 - place,
    (place) => (place % 2 === 0 ? place : count - 1 - place),
    (place) => (place * 7) % count,
  );
  fc.assert(
    fc.property(
      fc.array(tree, { minLength: 1, maxLength: 3 }),
      fc.array(points, { minLength: metrics, maxLength: metrics }),
      range,
      order,
      (dimensions, drawn, block, placeOf) => {
        const model = { dimensions } as Pick<Model, 'dimensions'>;
        const root = weightedTree(model)!;
        const columns = drawn.map((values) => Float32Array.from({ length: count }, (_, row) => values[row % values.length]!));
        const columnOf = (metric: string) => columns[Number(metric.slice(1))]!;
        const rows = Uint32Array.from({ length: count }, (_, place) => placeOf(place));
        const { sum, weight: counted, known, withheld } = new GroupOnRows(root, columnOf).sum(rows, block);
        for (let row = block.from, place = 0; row < block.to; row++, place++) {
          const expected = reference(root, (metric) => columnOf(metric)[rows[row]!]!);
          expect(counted[place]! > 0).toBe(expected.value !== null);
          if (expected.value !== null) expect(sum[place]! / counted[place]!).toBeCloseTo(expected.value, 9);
          expect(known[place]).toBeCloseTo(expected.known, 12);
          expect(withheld[place]).toBe(expected.withheld ? 1 : 0);
        }
      },
    ),
    { numRuns: 60 },
  );
});
