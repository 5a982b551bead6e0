import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newEngine } from '../calls/newEngine.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

async function proposalFor(files: Record<string, string>) {
  const { invoke } = newEngine();
  const folder = temporaryFolder();
  await invoke('create-study', { path: join(folder, 'study') });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.csv`), text);
    await invoke('import-source', { path: join(folder, `${name}.csv`), as: name });
  }
  const proposal = await invoke('propose-definition', {});
  return { ...proposal, invoke };
}

const rows = (header: string, count: number, row: (index: number) => string) =>
  [header, ...Array.from({ length: count }, (_, index) => row(index))].join('\n');

test('accounts, shapes, links through another source and as-of dates follow from names and content', async () => {
  const { document, because, invoke } = await proposalFor({
    accounts: rows(
      'account_id,account_name,industry,signup_date,csm_owner,arr,renewal_date',
      40,
      (i) => `A-${i},Company ${i},${['Retail', 'Finance'][i % 2]},2024-0${1 + (i % 9)}-03,Ann,${1000 + i},2027-01-15`,
    ),
    contracts: rows('contract_id,account_id,start_date,end_date', 60, (i) => `C-${i},A-${i % 40},2025-01-0${1 + (i % 9)},2025-12-31`),
    usage: rows(
      'usage_id,contract_id,usage_date,logins',
      400,
      (i) => `U-${i},C-${i % 60},2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 27)).padStart(2, '0')},${i % 7}`,
    ),
    health: rows('account_id,month,score', 120, (i) => `A-${i % 40},${['2025-10-31', '2025-11-30', '2025-12-31'][i % 3]},${i % 100}`),
  });
  expect(document.account).toMatchObject({
    source: 'accounts',
    key: 'account_id',
    name: 'account_name',
    start: 'signup_date',
    owner: 'csm_owner',
    revenue: { column: 'arr' },
    renewal: { column: 'renewal_date' },
    attributes: ['industry'],
  });
  const reading = (source: string) => document.readings!.find((one) => one.source === source);
  expect(reading('contracts')).toMatchObject({
    shape: { kind: 'intervals', from: 'start_date', to: 'end_date' },
    link: { column: 'account_id', to: 'accounts' },
    uniqueKey: 'contract_id',
  });
  expect(reading('usage')).toMatchObject({
    shape: { kind: 'events', date: 'usage_date' },
    link: { column: 'contract_id', to: 'contracts', toColumn: 'contract_id' },
  });
  expect(reading('health')).toMatchObject({ shape: { kind: 'panel', date: 'month' }, link: { column: 'account_id', to: 'accounts' } });
  expect(document.asOf).toMatchObject({ kind: 'month-ends', to: '2025-12-31' });
  expect(because.length).toBeGreaterThan(4);
  await invoke('define-study', { document });
  const { asOf } = await invoke('summarise-observations', {});
  expect(asOf.at(-1)).toMatchObject({ asOf: '2025-12-31', observations: 40 });
});

test('accounts whose file is named after the end still give metrics', async () => {
  const { document } = await proposalFor({
    customer_churn: rows('customerID,tenure,charges,Churn', 40, (i) => `${i}-AB,${i},${i * 3},${i % 4 === 0 ? 'Yes' : 'No'}`),
  });
  expect(document.metrics?.map(({ name }) => name)).toEqual(['tenure', 'charges']);
});

test('a study without anything that looks like an account key gets no account role', async () => {
  const { document } = await proposalFor({ notes: 'text,size\nhello,3\nhello,3\n' });
  expect(document.account).toBeUndefined();
  expect(document.readings).toMatchObject([{ source: 'notes', shape: { kind: 'snapshot' } }]);
});

test('metrics follow from shapes; an outcome from a source of ends; what tells of the end is no metric', async () => {
  const day = (i: number) => `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 27)).padStart(2, '0')}`;
  const { document, because, invoke } = await proposalFor({
    accounts: rows(
      'account_id,industry,signup_date,seats,churn_flag',
      40,
      (i) => `A-${i},${['Retail', 'Finance'][i % 2]},2024-0${1 + (i % 9)}-03,${5 + i},${i % 5 === 0}`,
    ),
    contracts: rows(
      'contract_id,account_id,start_date,end_date,mrr',
      60,
      (i) => `C-${i},A-${i % 40},2025-01-0${1 + (i % 9)},2026-12-31,${i}`,
    ),
    tickets: rows('ticket_id,account_id,submitted_at,resolution_hours', 300, (i) => `T-${i},A-${i % 40},${day(i)},${i % 50}`),
    health: rows('account_id,month,logins', 120, (i) => `A-${i % 40},${['2025-10-31', '2025-11-30', '2025-12-31'][i % 3]},${i}`),
    churn_events: rows(
      'event_id,account_id,churn_date,refund',
      8,
      (i) => `E-${i},A-${5 * i},2025-${String(4 + i).padStart(2, '0')}-15,${i}`,
    ),
  });
  expect(document.metrics!.map(({ id, value, direction }) => [id, value.kind, direction])).toEqual([
    ['tenure', 'tenure', 'higher'],
    ['seats', 'column', 'neither'],
    ['contracts_in_force', 'in-force', 'higher'],
    ['days_until_contracts_end', 'in-force', 'higher'],
    ['mrr_in_force', 'in-force', 'neither'],
    ['tickets_in_90_days', 'window', 'lower'],
    ['days_since_tickets', 'window', 'higher'],
    ['last_resolution_hours', 'window', 'lower'],
    ['logins', 'latest', 'neither'],
  ]);
  expect(document.outcomes).toMatchObject([{ id: 'churned', polarity: 'bad', happens: { kind: 'event', source: 'churn_events' } }]);
  expect(document.account).toMatchObject({ attributes: ['industry'], flag: { where: '"churn_flag" = true', outcome: 'churned' } });
  expect(because.join(' ')).toMatch(/"churn_flag" of accounts would leak/);
  expect((await invoke('read-study', {})).study.definition.metrics).toEqual([]);

  await invoke('define-study', { document });
  const { asOf } = await invoke('summarise-observations', {});
  expect(asOf.find((one) => one.asOf === '2025-05-31')?.observations).toBe(40);
  expect((await invoke('propose-definition', {})).because).toEqual([]);
});

test.each([
  [
    'a flag in words',
    'churn_status',
    (i: number) => (i % 4 === 0 ? 'Churned' : 'Active'),
    { kind: 'flag', source: 'customers', where: `"churn_status" = 'Churned'` },
  ],
  ['a flag of 0 and 1', 'is_churned', (i: number) => String(Number(i % 4 === 0)), { kind: 'flag', where: '"is_churned" = 1' }],
  [
    'a day',
    'churn_date',
    (i: number) => (i % 4 === 0 ? '2025-03-01' : ''),
    { kind: 'event', source: 'customers', dateColumn: 'churn_date' },
  ],
])('one table of customers with %s: an outcome, and a date to look from', async (_, column, cell, happens) => {
  const text = rows(`customer_id,tenure_months,monthly_charges,${column}`, 40, (i) => `C-${i},${i % 30},${20 + (i % 17)},${cell(i)}`);
  const { document, because, invoke } = await proposalFor({ customers: text });
  expect(document.outcomes).toMatchObject([{ id: 'churned', happens }]);
  expect(document.metrics!.map(({ id }) => id)).toEqual(['tenure_months', 'monthly_charges']);
  expect(because.join(' ')).toContain(`"${column}" of customers would leak`);
  await invoke('define-study', { document });
  const { asOf } = await invoke('summarise-observations', {});
  expect(asOf).toMatchObject([{ observations: 40, outcomes: [{ known: happens.kind === 'flag' ? 40 : 0 }] }]);

  const known = { ...document.account!, attributes: [column] };
  await invoke('define-study', { document: { account: known } });
  expect((await invoke('propose-definition', {})).because).toEqual([expect.stringContaining(`Take "${column}" out of the attributes`)]);
});
