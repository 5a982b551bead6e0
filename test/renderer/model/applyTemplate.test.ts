import { describe, expect, it } from 'vitest';
import {
  applyTemplate,
  emptyModel,
  matchTemplate,
  type Template,
  templateMetrics,
} from '../../../renderer/views/model/edit/applyTemplate.ts';
import { startingBands } from '../../../renderer/views/model/edit/bands.ts';
import { emptyDefinition } from '../../../shared/model/definition.ts';
import { type Metric, metric } from '../../../shared/model/metric.ts';
import { leavesOf, type Model, model as modelSchema } from '../../../shared/model/model.ts';
import type { Source } from '../../../shared/model/source.ts';

const named = (id: string, name: string, rest: Partial<Metric> = {}): Metric =>
  metric.parse({ id, name, value: { kind: 'column', source: 'crm', column: id }, ...rest });
const leaf = (id: string) => ({
  kind: 'metric' as const,
  id,
  metric: id,
  weight: 1,
  curve: { kind: 'ramp' as const, from: { value: 0, points: 0 }, to: { value: 1, points: 100 }, outside: 'clamp' as const },
  missing: { policy: 'redistribute' as const },
});
const model: Model = {
  id: 'starter',
  name: 'Starter',
  ...startingBands,
  minimumCoverage: 0,
  segments: [],
  caps: [],
  dimensions: [
    { kind: 'group', id: 'usage', name: 'Usage', weight: 1, children: [leaf('logins'), leaf('depth')] },
    { kind: 'group', id: 'money', name: 'Money', weight: 1, children: [leaf('overdue')] },
  ],
};
const template: Template = {
  id: 'starter',
  name: 'Starter',
  objective: '',
  about: '',
  document: { metrics: [named('logins', 'Weekly logins'), named('depth', 'Depth'), named('overdue', 'Overdue')], models: [model] },
};
const crm = {
  id: 'crm',
  plan: {
    columns: [
      { name: 'depth', keep: true },
      { name: 'overdue', keep: false },
    ],
  },
} as unknown as Source;
const own = [named('weekly', 'Weekly logins')];
const draft = {
  name: 'Study',
  definition: { ...emptyDefinition, metrics: own },
  models: [model],
  currentModel: 'starter',
  scenarios: [],
  baseline: null,
};

describe('a template', () => {
  it('is matched by name, defined where its columns are there, and otherwise left out', () => {
    expect(templateMetrics(template)).toEqual(['logins', 'depth', 'overdue']);
    expect([...matchTemplate(template, own, [crm])]).toEqual([
      ['logins', { kind: 'use', metric: 'weekly' }],
      ['depth', { kind: 'define' }],
      ['overdue', { kind: 'leave out' }],
    ]);
  });

  it('brings the definitions it needs and no group without a metric, under a free id', () => {
    const applied = applyTemplate(draft, template, matchTemplate(template, own, [crm]));
    const copy = applied.models[1]!;
    expect(modelSchema.parse(copy)).toMatchObject({ id: 'starter_2', template: 'starter' });
    expect(applied.currentModel).toBe('starter_2');
    expect(leavesOf(copy.dimensions).map((each) => each.metric)).toEqual(['weekly', 'depth']);
    expect(copy.dimensions.map(({ id }) => id)).toEqual(['usage']);
    expect(applied.definition.metrics.map(({ id }) => id)).toEqual(['weekly', 'depth']);
  });

  it('takes a curve that fits when words stand in for numbers', () => {
    const words = { ...draft, definition: { ...draft.definition, metrics: [named('plan', 'Plan', { valueType: 'category' })] } };
    const applied = applyTemplate(words, template, new Map([['logins', { kind: 'use', metric: 'plan' }]]));
    expect(leavesOf(applied.models[1]!.dimensions)).toMatchObject([{ metric: 'plan', curve: { kind: 'categories' } }]);
  });
});

it('starts an empty model that is valid and current', () => {
  const made = emptyModel(draft);
  expect(modelSchema.parse(made.models[1])).toMatchObject({ id: 'model', name: 'Health 2', dimensions: [] });
  expect(made.currentModel).toBe('model');
});
