import { expect, test } from 'vitest';
import { conflictsIn } from '../../../electron/engine/evidence/conflictsIn.ts';
import { metric } from '../../../shared/model/metric.ts';
import { model } from '../../../shared/model/model.ts';
import { scoreObservation } from '../../../shared/scoring/scoreObservation.ts';

const names = ['usage', 'nps', 'seats', 'tickets', 'trend', 'price'];
const metrics = names.map((id) => metric.parse({ id, name: id, value: { kind: 'column', source: 'accounts', column: id } }));
const leaf = (id: string, weight = 1) => ({
  ...{ kind: 'metric', id: `${id}_leaf`, metric: id, weight },
  curve: { kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 100, points: 100 } },
  missing: { policy: 'neutral', points: 0 },
});
const group = (id: string, children: object[]) => ({ kind: 'group', id: id.toLowerCase(), name: id, weight: 1, children });
const band = (id: string) => ({ id, name: id, colour: '#009e73', shape: 'circle' });
const conflictsOf = (dimensions: object[], values: Record<string, number>) =>
  conflictsIn(
    scoreObservation(
      model.parse({ id: 'health', name: 'Health', dimensions, bands: [band('red'), band('green')], cuts: [50] }),
      (name) => values[name] ?? null,
    ),
    metrics,
  );

test('high usage and unhappy inside one dimension is a contradiction', () => {
  const dimensions = [group('Experience', [leaf('usage'), leaf('nps')]), group('Money', [leaf('price')])];
  expect(conflictsOf(dimensions, { usage: 92, nps: 14, price: 50 })).toEqual(['usage is healthy (92) while nps is not (14).']);
  expect(conflictsOf(dimensions, { usage: 69, nps: 14, price: 50 })).toEqual([]);
});

test('a group against a metric of another one; the highest against the lowest, nothing told twice, three at most', () => {
  const two = [group('Adoption', [leaf('usage'), leaf('seats')]), group('Support', [leaf('tickets'), leaf('nps', 3)])];
  expect(conflictsOf(two, { usage: 95, seats: 85, tickets: 10, nps: 60 })).toEqual(['usage is healthy (95) while tickets is not (10).']);
  const flat = [...names.map((id) => leaf(id)), leaf('usage'), leaf('nps')].map((one, place) => ({ ...one, id: `leaf_${place}` }));
  expect(conflictsOf(flat, { usage: 90, nps: 10, seats: 80, tickets: 20, trend: 70, price: 30 })).toHaveLength(3);
  const values = { usage: 90, nps: 10, seats: 80, tickets: 20, trend: 70, price: 30 };
  expect(
    conflictsOf(
      names.map((id) => leaf(id)),
      values,
    ),
  ).toEqual([
    'usage is healthy (90) while nps is not (10).',
    'seats is healthy (80) while tickets is not (20).',
    'trend is healthy (70) while price is not (30).',
  ]);
});

test('a group against the one beside it where no metric is as far out; what is missing or without weight contradicts nothing', () => {
  const dimensions = [group('Adoption', [leaf('usage'), leaf('seats')]), group('Support', [leaf('tickets'), leaf('trend', 0)])];
  expect(conflictsOf(dimensions, { usage: 88, trend: 0 })).toEqual([]);
  expect(conflictsOf(dimensions, { usage: 88, seats: 88, tickets: 12, trend: 100 })).toEqual([
    'Adoption is healthy (88) while tickets is not (12).',
  ]);
});
