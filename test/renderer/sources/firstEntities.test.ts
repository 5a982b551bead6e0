import { expect, test } from 'vitest';
import { firstHappening } from '../../../renderer/views/sources/definition/firstHappening.ts';
import { firstMetricValue } from '../../../renderer/views/sources/definition/firstMetricValue.ts';
import { emptyDefinition } from '../../../shared/model/definition.ts';
import type { ColumnType, Source } from '../../../shared/model/source.ts';

const source = (id: string, columns: Record<string, ColumnType>) =>
  ({
    id,
    plan: { columns: Object.entries(columns).map(([name, type]) => ({ name, header: name, type, keep: true, decimal: '.' })) },
  }) as Source;
const customers = source('customers', {
  customer_no: 'number',
  plan: 'text',
  SeniorCitizen: 'number',
  Monthly_Charges: 'money',
  Churn: 'boolean',
});
const account = { source: 'customers', key: 'customer_no', attributes: [] };
const reading = (id: string) => ({
  source: id,
  shape: { kind: 'events' as const, date: 'day' },
  repeatedKeys: 'all' as const,
  knownFrom: {},
  unseenAccounts: 'missing' as const,
});

test('a new metric is the number it is named after, else the first that none reads; never the key, never text', () => {
  const study = { definition: { ...emptyDefinition, account }, sources: [customers] };
  const columnOf = (name: string) => firstMetricValue(study, name);
  expect(columnOf('Monthly charges')).toEqual({ kind: 'column', source: 'customers', column: 'Monthly_Charges' });
  expect(columnOf('Plan')).toEqual({ kind: 'column', source: 'customers', column: 'SeniorCitizen' });
  expect(columnOf('Customer no')).toEqual({ kind: 'column', source: 'customers', column: 'SeniorCitizen' });
  expect(firstMetricValue({ definition: emptyDefinition, sources: [] }, 'Any')).toEqual({ kind: 'tenure' });
  const dated = { definition: { ...emptyDefinition, readings: [reading('usage')] }, sources: [source('usage', { day: 'date' })] };
  expect(firstMetricValue(dated, 'Any')).toMatchObject({ kind: 'window', source: 'usage' });
});

test('a new outcome looks at a source that is there, first at one that speaks of a loss', () => {
  const sources = [customers, source('usage', { day: 'date' }), source('churn_events', { day: 'date' })];
  const definition = { ...emptyDefinition, account, readings: [reading('usage'), reading('churn_events')] };
  expect(firstHappening({ definition, sources })).toEqual({ kind: 'event', source: 'churn_events' });
  expect(firstHappening({ definition: { ...definition, readings: [] }, sources })).toEqual({
    kind: 'flag',
    source: 'customers',
    where: '"Churn"',
  });
});
