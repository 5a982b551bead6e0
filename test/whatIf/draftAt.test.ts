import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Control } from '../../shared/contract/whatIfCalls.ts';
import type { Curve } from '../../shared/model/curve.ts';
import { type Model, model } from '../../shared/model/model.ts';
import { draftAt } from '../../shared/whatIf/draftAt.ts';

const curve: Curve = { kind: 'steps', cuts: [50], points: [0, 100] };
const weighted = (weights: readonly number[], segments: object[] = []): Model =>
  model.parse({
    ...{
      id: 'm',
      name: 'M',
      bands: ['red', 'green'].map((id) => ({ id, name: id, colour: '#000000', shape: 'circle' })),
      cuts: [50],
      segments,
    },
    dimensions: weights.map((weight, index) => ({ kind: 'metric', id: `n${index}`, metric: `m${index}`, weight, curve })),
  });
const weightsOf = ({ dimensions }: Model) => dimensions.map(({ weight }) => weight);
const follow: Control = { kind: 'weight', node: 'n0', rescaleSiblings: true };

it('comes to the same end of a movement from wherever it is on the way: the siblings are exactly 0', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (start, share) => {
      const from = weighted(start);
      const sum = start.reduce((total, one) => total + one, 0);
      const onTheWay = draftAt(from, follow, { kind: 'weight', weight: Math.min(share * sum, sum - 1e-6) });
      const end = draftAt(onTheWay, follow, { kind: 'weight', weight: 1e9 });
      const again = draftAt(from, follow, { kind: 'weight', weight: weightsOf(end)[0]! });
      expect(weightsOf(end).slice(1)).toEqual(start.slice(1).map(() => 0));
      expect(weightsOf(again).slice(1)).toEqual(weightsOf(end).slice(1));
      expect(weightsOf(again)[0]).toBeCloseTo(sum, 9);
    }),
  );
});

it('stores in a segment only what differs from the base', () => {
  const draft = weighted([2, 2, 4], [{ id: 's', name: 'S', where: 'm0 > 1', weights: { n2: 5 } }]);
  const own: Control = { kind: 'weight', node: 'n0', segment: 's', rescaleSiblings: false };
  const moved = draftAt(draft, own, { kind: 'weight', weight: 3 });
  expect(moved.segments[0]!.weights).toEqual({ n0: 3, n2: 5 });
  expect(draftAt(moved, own, { kind: 'weight', weight: 2 }).segments[0]!.weights).toEqual({ n2: 5 });
  const leaf: Control = { kind: 'leaf', leaf: 'n0', segment: 's' };
  const policed = draftAt(draft, leaf, { kind: 'leaf', curve: { ...curve }, missing: { policy: 'worst' } });
  expect(policed.segments).toEqual(draft.segments);
  expect(policed.dimensions[0]).toMatchObject({ missing: { policy: 'worst' } });
  const other: Curve = { kind: 'steps', cuts: [40], points: [0, 100] };
  expect(draftAt(draft, leaf, { kind: 'leaf', curve: other }).segments[0]!.curves).toEqual({ n0: other });
});
