import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { definitionDocument } from '../../../shared/model/study.ts';
import { type EvidenceStudy, evidenceStudy } from './evidenceStudy.ts';

const dates = ['2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'];
const latest = (column: string, valueType: 'number' | 'category' = 'number') => ({
  ...{ id: column, name: column, valueType },
  value: { kind: 'latest' as const, source: 'usage', column },
});

const mean = (column: string) => ({
  ...{ id: column, name: column },
  value: { kind: 'window' as const, source: 'tickets', column, aggregate: 'mean' as const, windowDays: null },
});
const linked = { link: { column: 'id', to: 'accounts' }, exportedOn: '2026-06-30' };

/** Churn is known once; nobody leaves the observations, so that what is recorded afterwards can be seen. */
const document: z.input<typeof definitionDocument> = {
  account: { source: 'accounts', key: 'id', attributes: [] },
  readings: [
    { source: 'accounts', shape: { kind: 'snapshot' }, exportedOn: '2026-06-30', knownFrom: {} },
    { source: 'usage', shape: { kind: 'panel', date: 'on' }, ...linked },
    {
      ...{ source: 'tickets', shape: { kind: 'events', date: 'opened' }, ...linked },
      knownFrom: { rating: { kind: 'column', column: 'closed' } },
    },
    { source: 'churn', shape: { kind: 'events', date: 'on' }, ...linked },
  ],
  asOf: { kind: 'list', dates },
  metrics: [
    ...[mean('hours'), mean('rating')],
    ...[latest('logins'), latest('seats'), latest('closed'), latest('reason', 'category'), latest('region', 'category')],
  ],
  outcomes: [
    { id: 'churned', name: 'Churned', happens: { kind: 'event', source: 'churn' }, horizonDays: 90, recurrence: { kind: 'once' } },
  ],
};

/** Every third account churns, 30 days after the first or the second date. Usage falls from then on; what is closed is closed afterwards. */
function rows(): Record<string, string[]> {
  const files = {
    accounts: ['id'],
    usage: ['id,on,logins,seats,closed,reason,region'],
    churn: ['id,on'],
    tickets: ['id,opened,due,closed,hours,rating'],
  };
  for (let index = 0; index < 120; index++) {
    const id = `A${index}`;
    files.accounts.push(id);
    const last = index % 3 === 0 ? index % 2 : null;
    if (last !== null) files.churn.push(`${id},${addDays(dates[last]!, 30)}`);
    const opened = dates[index % 4]!;
    files.tickets.push(`${id},${opened},${addDays(opened, 9)},${addDays(opened, index % 4)},${24 * (index % 4)},${1 + (index % 5)}`);
    for (const [place, on] of dates.entries()) {
      const left = last === null ? 0 : place - last;
      const logins = last === null ? 60 + ((index + place) % 20) : Math.max(0, 40 - 20 * (place - last + 1));
      const seats = last === null ? 20 : Math.max(0, 9 - 3 * place);
      files.usage.push(`${id},${on},${logins},${seats},${left > 0 ? 1 : 0},${left > 0 ? 'price' : ''},${index % 2 ? 'north' : 'south'}`);
    }
  }
  return files;
}

let study: EvidenceStudy;
let measured: CallOutput<'measure-metrics'>;
beforeAll(async () => {
  study = await evidenceStudy({ document, rows: rows() });
  measured = await study.invoke('measure-metrics', {});
});
afterAll(() => study.close());

const changesOf = (id: string) =>
  measured.metrics.find(({ metric }) => metric === id)!.suspicions.filter(({ code }) => code === 'changes-after-outcome');

test('a status and a reason that are recorded once the account has churned are suspected, though it is not at risk there any more', () => {
  const sentence =
    'Once the outcome was over it held another value for 40 of 40 accounts (before it 0 %, of accounts without it 0 %): make sure that it is not recorded because of it.';
  expect(changesOf('closed')).toEqual([{ code: 'changes-after-outcome', sentence }]);
  expect(changesOf('reason')).toEqual([{ code: 'changes-after-outcome', sentence }]);
});

test('what tells of churn beforehand is not suspected: usage that falls up to it and on, seats given up date by date; nor what never changes', () => {
  expect(measured.metrics.find(({ metric }) => metric === 'logins')!.auc!.value).toBeLessThan(0.1);
  expect(changesOf('logins')).toEqual([]);
  expect(changesOf('seats')).toEqual([]);
  expect(changesOf('region')).toEqual([]);
});

test('a column that counts as known on the day of its row is suspected where another day of the row is later, unless that is stated or planned', () => {
  const suspicions = (id: string) => measured.metrics.find(({ metric }) => metric === id)!.suspicions;
  expect(suspicions('hours')).toContainEqual({
    code: 'known-after-as-of',
    sentence:
      '"hours" counts as known on "opened", but "closed" is later in 75 % of the rows. If it became known only then, say so: known from "closed".',
  });
  expect(suspicions('rating').map(({ code }) => code)).not.toContain('known-after-as-of');
  expect(suspicions('logins').map(({ code }) => code)).not.toContain('known-after-as-of');
});
