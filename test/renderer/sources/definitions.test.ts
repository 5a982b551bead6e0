import { describe, expect, test } from 'vitest';
import {
  directions,
  metricKinds,
  metricValueOf,
  windowAggregates,
  youngAccountRules,
} from '../../../renderer/views/sources/definition/metricKinds.ts';
import { changes, happeningOf, outcomeKinds } from '../../../renderer/views/sources/definition/outcomeKinds.ts';
import { shapeOf, shapes } from '../../../renderer/views/sources/source/shapes.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { metric, metricValue, windowAggregate } from '../../../shared/model/metric.ts';
import { happening } from '../../../shared/model/outcome.ts';
import { shape } from '../../../shared/model/reading.ts';

const values = (options: readonly { value: string }[]) => options.map(({ value }) => value).toSorted();
const kinds = (union: { options: readonly { shape: { kind: { value: string } } }[] }) =>
  union.options.map((option) => option.shape.kind.value).toSorted();

describe('what the forms offer', () => {
  test('is everything the schemas know', () => {
    expect(values(metricKinds)).toEqual(kinds(metricValue));
    expect(values(outcomeKinds)).toEqual(kinds(happening));
    expect(values(shapes)).toEqual(kinds(shape));
    expect(values(windowAggregates)).toEqual(windowAggregate.options.toSorted());
    expect(values(directions)).toEqual(metric.shape.direction.unwrap().options.toSorted());
    expect(values(youngAccountRules)).toEqual(metric.shape.youngAccounts.unwrap().options.toSorted());
    expect(changes).toHaveLength(5);
  });

  test('is valid as soon as it is chosen', () => {
    for (const { value } of metricKinds) metricValue.parse(metricValueOf(value, 'usage', 'seats'));
    for (const { value } of outcomeKinds) happening.parse(happeningOf(value, 'churn', 'status'));
    for (const { value } of shapes) shape.parse(shapeOf(value, ['day']));
  });

  test('are filters that read', () => {
    const texts = outcomeKinds.map(({ value }) => happeningOf(value, 'churn', 'odd "name"')).flatMap((one) => Object.values(one));
    const conditions = texts.filter((text) => typeof text === 'string' && text.includes('='));
    expect(conditions).toHaveLength(3);
    for (const text of conditions) expect(() => parseFilter(String(text))).not.toThrow();
  });
});
