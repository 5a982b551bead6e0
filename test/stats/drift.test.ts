import { expect, it } from 'vitest';
import { categoryDrift } from '../../shared/stats/categoryDrift.ts';
import { countDriftCells, driftCells } from '../../shared/stats/driftCells.ts';
import { jensenShannon } from '../../shared/stats/jensenShannon.ts';
import { numberDrift } from '../../shared/stats/numberDrift.ts';
import { populationStability } from '../../shared/stats/populationStability.ts';
import { referenceEdges } from '../../shared/stats/referenceEdges.ts';

it('keeps the cells of a reference; values that come later have a cell of their own', () => {
  const cells = driftCells(Float64Array.of(1, 2, 2, 3), Float64Array.of(2, 2));
  expect(cells).toEqual({ kind: 'values', values: [1, 2, 3] });
  expect(countDriftCells(cells, Float64Array.of(0, 2, 7), 4)).toEqual([0, 1, 0, 2, 4]);
});

it('opens a cell below a reference whose lowest tenth is one value, so that a fall is seen', () => {
  const ascending = Float64Array.from({ length: 100 }, (_, index) => Math.max(0, index - 30));
  const edges = referenceEdges(ascending);
  expect(edges[0]).toBeLessThan(0);
  expect(edges[1]).toBe(0);
  expect(countDriftCells({ kind: 'quantiles', edges }, Float64Array.of(-5, 0, 0, 99), 1)).toEqual([
    1,
    2,
    ...Array(edges.length - 2).fill(0),
    1,
    1,
  ]);
  expect(referenceEdges(Float64Array.of(-3, -3, -3))[0]).toBeLessThan(-3);
});

it('says how many cells are empty on one side', () => {
  expect(populationStability([10, 0, 5, 0], [5, 5, 5, 0])).toMatchObject({
    cells: 3,
    emptyCells: 1,
    parts: [expect.any(Number), expect.any(Number), expect.any(Number), null],
  });
  expect(populationStability([0, 0], [1, 2])).toBeNull();
});

it('is 0 for the same shares and 1 for none in common', () => {
  expect(jensenShannon([10, 20], [1, 2])).toBeCloseTo(0, 12);
  expect(jensenShannon([10, 0], [0, 3])).toBeCloseTo(1, 12);
  expect(jensenShannon([0], [1])).toBeNull();
});

it('measures a shift in the units of the metric and in its deviations, and what lies outside', () => {
  const reference = Array.from({ length: 101 }, (_, index) => index);
  const found = numberDrift(
    reference,
    reference.map((value) => value + 10),
  );
  expect(found.wasserstein).toBeCloseTo(10, 10);
  expect(found.wassersteinInDeviations).toBeCloseTo(10 / Math.sqrt((101 ** 2 - 1) / 12), 10);
  expect(found.outside).toBeCloseTo(10 / 101, 12);
  expect(found.distance).toBeCloseTo(10 / 101, 12);
});

it('names categories that are new and gone, and tests rare ones together', () => {
  const found = categoryDrift(
    new Map([
      ['a', 60],
      ['b', 30],
      ['c', 2],
    ]),
    new Map([
      ['a', 40],
      ['b', 40],
      ['d', 1],
    ]),
  );
  expect(found).toMatchObject({ appeared: ['d'], vanished: ['c'], test: { joined: 3, test: 'chi-square' } });
  expect(categoryDrift(new Map([['a', 3]]), new Map([['a', 5]]))).toMatchObject({ homogeneity: null, test: null, stability: { value: 0 } });
});
