import type { AccountRole } from '../../../shared/model/definition.ts';
import { freeIdentifier, identifierFrom } from '../../../shared/model/identifier.ts';
import { type Metric, metric } from '../../../shared/model/metric.ts';
import type { Reading } from '../../../shared/model/reading.ts';
import { anyKey, type Surveyed, tellsOfTheEnd } from './surveySource.ts';

type Value = Metric['value'];
type Draft = [name: string, value: Value, direction?: Metric['direction'], unit?: string];

const numeric = new Set(['number', 'money', 'percent']);
const worries =
  /ticket|incident|complain|error|bug|escalat|late|overdue|delay|resol|response|wait|downtime|outage|discount|debt|reminder|case/i;
const windowDays = 90;
const mostColumns = 6;

/**
 * Metrics to begin with for the sources that lead to the account: its own numbers, the last number of each panel, how many rows there are of
 * events, how long ago the last was and what it said, and what is in force of intervals. Columns that tell of the end are left out. A
 * direction follows only from a name; `neither` where it says nothing.
 */
export function proposeMetrics(
  surveyed: readonly Surveyed[],
  readings: readonly Reading[],
  account: AccountRole,
  takenIds: readonly string[],
): Metric[] {
  const taken = new Set(takenIds);
  return surveyed.flatMap((one) => {
    const reading = readings.find(({ source }) => source === one.source.id);
    const isAccounts = one.source.id === account.source;
    if (!reading || (!isAccounts && (!reading.link || tellsOfTheEnd.test(one.source.id)))) return [];
    return drafts(one, reading, account).map(([name, value, direction, unit]) => {
      const id = freeIdentifier(identifierFrom(name), taken);
      taken.add(id);
      return metric.parse({ id, name, value, direction: direction ?? directionOf(name), ...(unit ? { unit } : {}) });
    });
  });
}

function drafts({ source, columns }: Surveyed, { shape, link }: Reading, account: AccountRole): Draft[] {
  const { id, name } = source;
  const spent = new Set([
    link?.column,
    ...(id === account.source ? [account.key, columnOf(account.revenue), columnOf(account.renewal)] : []),
  ]);
  const numbers = columns
    .filter((column) => numeric.has(column.type) && column.distinct > 1 && !spent.has(column.name))
    .filter((column) => !anyKey.test(column.name) && !tellsOfTheEnd.test(column.name))
    .map((column) => column.name)
    .slice(0, mostColumns);
  const window = { kind: 'window', source: id, windowDays } as const;
  const worry = worries.test(`${id} ${name}`);
  switch (shape.kind) {
    case 'snapshot': {
      const tenure: Draft[] = id === account.source && account.start ? [['Tenure', { kind: 'tenure' }, 'higher', 'days']] : [];
      return [...tenure, ...numbers.map((column): Draft => [column, { kind: 'column', source: id, column }])];
    }
    case 'panel':
      return numbers.map((column) => [column, { kind: 'latest', source: id, column }]);
    case 'events':
      return [
        [`${name} in ${windowDays} days`, { ...window, aggregate: 'count' }, worry ? 'lower' : 'higher'],
        [`Days since ${name}`, { ...window, windowDays: null, aggregate: 'days-since-last' }, worry ? 'higher' : 'lower', 'days'],
        ...numbers.map((column): Draft => [`Last ${column}`, { ...window, windowDays: null, aggregate: 'last', column }]),
      ];
    case 'intervals':
      return [
        [`${name} in force`, { kind: 'in-force', source: id, aggregate: 'count' }, 'higher'],
        [`Days until ${name} end`, { kind: 'in-force', source: id, aggregate: 'days-until-end' }, 'higher', 'days'],
        ...numbers.map((column): Draft => [`${column} in force`, { kind: 'in-force', source: id, aggregate: 'sum', column }]),
      ];
  }
}

const directionOf = (name: string): Metric['direction'] => (worries.test(name) ? 'lower' : 'neither');

const columnOf = (value: AccountRole['revenue']) => (value && 'column' in value ? value.column : undefined);
