import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invoke } from '../../shared/contract/contract.ts';
import { shelfIsPresent, skipReason } from './shelf.ts';
import { openTelco } from './telcoStudy.ts';

describe.skipIf(!shelfIsPresent)(`IBM Telco: one snapshot${skipReason}`, () => {
  let telco: Awaited<ReturnType<typeof openTelco>>;
  let invoke: Invoke;
  beforeAll(async () => {
    telco = await openTelco();
    invoke = telco.invoke;
  });
  afterAll(() => telco.close());

  test('7,043 accounts; TotalCharges is a number with 11 missing; the key is text', async () => {
    const { study } = await invoke('read-study', {});
    expect(study.sources[0]!.counts).toMatchObject({ records: 7043, loaded: 7043, rejected: 0 });
    const types = Object.fromEntries(study.sources[0]!.plan.columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({ customerID: 'text', TotalCharges: 'number', tenure: 'number', Churn: 'boolean' });
    const { columns } = await invoke('profile-source', { source: 'customers', columns: ['TotalCharges'] });
    expect(columns[0]).toMatchObject({ rows: 7043, missing: 11 });
    expect(await invoke('profile-metric', { metric: 'total_charges' })).toMatchObject({ observations: 7043, missing: 11 });
  });

  test('every account has a score and a band, and the outcome of the snapshot is known', async () => {
    const book = await invoke('score-book', {});
    expect(book).toMatchObject({ accounts: 7043, withheld: 0 });
    expect(book.bands.reduce((sum, band) => sum + band.accounts, 0)).toBe(7043);
    const { asOf } = await invoke('summarise-observations', {});
    expect(asOf[0]!.outcomes).toEqual([{ id: 'churned', known: 7043, yes: 1869, unknown: 0, notAtRisk: 0 }]);
  });

  test.each([
    // tenure 1: 100/72; Month-to-month: 20; 29.85 a month: 90.15; 29.85 in all: 30.
    ['7590-VHVEG', 0.6 * ((100 / 72 + 20) / 2) + 0.4 * ((3 * 90.15 + 30) / 4), 'red', 1],
    // tenure 34: 3400/72; One year: 70; 56.95 a month: 63.05; 1889.5 in all: 70.
    ['5575-GNVDE', 0.6 * ((3400 / 72 + 70) / 2) + 0.4 * ((3 * 63.05 + 70) / 4), 'yellow', 1],
    // tenure 0: 0; Two year: 100; 52.55 a month: 67.45; the total is blank, so its weight goes to its sibling.
    ['4472-LVYGI', 0.6 * ((0 + 100) / 2) + 0.4 * 67.45, 'yellow', 0.9],
  ])('%s by hand', async (account, score, band, coverage) => {
    const explained = await invoke('explain-account', { account });
    expect(explained.score).toBeCloseTo(score, 10);
    expect(explained.band).toBe(band);
    expect(explained.coverage).toBeCloseTo(coverage, 12);
    const leaves = explained.nodes.filter((node) => node.kind === 'metric');
    expect(leaves.reduce((sum, node) => sum + (node.contribution ?? 0), 0)).toBeCloseTo(score, 10);
    const { accounts } = await invoke('list-accounts', { search: account });
    expect(accounts[0]!.score).toBeCloseTo(score, 10);
    if (coverage < 1) {
      expect(explained.low).toBeCloseTo(0.6 * 50 + 0.4 * ((3 * 67.45 + 30) / 4), 10);
      expect(explained.high).toBeCloseTo(0.6 * 50 + 0.4 * ((3 * 67.45 + 100) / 4), 10);
    }
  });
});
