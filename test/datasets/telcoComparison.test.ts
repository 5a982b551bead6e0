import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NumberWords } from '../../shared/comparison/NumberWords.ts';
import { swapSentence } from '../../shared/comparison/swapSentence.ts';
import type { Invoke } from '../../shared/contract/contract.ts';
import type { Model } from '../../shared/model/model.ts';
import { changeWeight } from '../../shared/scoring/changeWeight.ts';
import { shelfIsPresent, skipReason } from './shelf.ts';
import { openTelco } from './telcoStudy.ts';

// Every number below was computed from the CSV file with pandas 1.5.3, numpy 1.24.2, scikit-learn 1.2.1 (AUC), statsmodels 0.13.5 (Wilson,
// Newcombe) and Python's hashlib (the accounts of the confirmation set): tenure weighs 3 instead of 1 among the two metrics of Loyalty.
describe.skipIf(!shelfIsPresent)(`IBM Telco: one weight moved by hand${skipReason}`, () => {
  let telco: Awaited<ReturnType<typeof openTelco>>;
  let invoke: Invoke;
  let models: { baseline: { version: string }; draft: { model: Model } };
  beforeAll(async () => {
    telco = await openTelco();
    invoke = telco.invoke;
    const { id } = await invoke('save-version', { name: 'Before' });
    const { model } = await invoke('read-version', { id });
    models = { baseline: { version: id }, draft: { model: changeWeight(model, 'tenure_points', 3, { rescaleSiblings: false }) } };
  });
  afterAll(() => telco.close());

  test('moves these accounts between the bands', async () => {
    const { book, outline, differences } = await invoke('compare-models', models);
    expect(book.migrationAccounts).toEqual([
      [2592, 202, 0, 0],
      [160, 2321, 85, 0],
      [0, 204, 1479, 0],
      [0, 0, 0, 0],
    ]);
    expect(outline!.mean).toBeCloseTo(51.02139263571395, 10);
    expect(book.mean).toBeCloseTo(50.30882933409058, 10);
    expect(book.binAccounts.reduce((sum, accounts) => sum + accounts)).toBe(7043);
    expect(differences).toEqual([{ what: 'weight', where: 'tenure', before: '1 (30 % of the score)', after: '3 (45 % of the score)' }]);
  });

  test('answers with the same numbers while the weight is in hand', async () => {
    const { baseline } = models;
    const { model: draft } = await invoke('read-version', { id: baseline.version });
    const control = { kind: 'weight' as const, node: 'tenure_points', rescaleSiblings: false };
    const { hand } = await invoke('hold-control', { baseline, draft, control, outcome: 'churned' });
    const { book, proof } = await invoke('move-control', { hand, position: { kind: 'weight', weight: 3 } });
    expect(book.migrationAccounts).toEqual([
      [2592, 202, 0, 0],
      [160, 2321, 85, 0],
      [0, 204, 1479, 0],
      [0, 0, 0, 0],
    ]);
    expect(book.mean).toBeCloseTo(50.30882933409058, 4);
    expect(proof!.bands.map(({ observations, events }) => [observations, events])).toEqual([
      [2103, 1039],
      [2060, 326],
      [1180, 40],
      [0, 0],
    ]);
  });

  test('moves these accounts most, because of their tenure', async () => {
    const { total, movers } = await invoke('list-movers', { ...models, kind: 'newly-worst' });
    expect(total).toBe(160);
    expect(movers).toHaveLength(100);
    const { movers: largest } = await invoke('list-movers', { ...models, limit: 3 });
    expect(largest.map(({ account, change }) => [account, Number(change!.toFixed(9))])).toEqual([
      ['1371-DWPAZ', -15],
      ['2520-SGTTA', -15],
      ['2775-SEFEE', -15],
    ]);
    // Tenure 0 earns nothing and weighs .45 instead of .30; the contract earns 100 and weighs .15 instead of .30.
    expect(largest[1]).toMatchObject({ because: { leaf: 'tenure_points', name: 'tenure' } });
    expect(largest[1]!.because!.points).toBeCloseTo(-7.5, 10);
  });

  test('ranks the churned worse, and the swap set says so', async () => {
    const { set, baseline, draft, aucDifference, swapSet } = await invoke('compare-evidence', models);
    expect(set).toMatchObject({ outcome: 'churned', observations: 5343, accounts: 5343, events: 1405 });
    expect(set.confirmation).toMatchObject({ observations: 1700, share: 0.25, openings: 0 });
    // The reference rounds scores to 1e-9: those that are equal on paper differ in their last digits, and each of 5.5 million pairs weighs 1.8e-7.
    expect(baseline!.auc!.value).toBeCloseTo(0.8194735481818725, 5);
    expect(draft.auc!.value).toBeCloseTo(0.8082498477287638, 5);
    expect(aucDifference!.value).toBeCloseTo(draft.auc!.value! - baseline!.auc!.value!, 12);
    expect(aucDifference!.interval![1]).toBeLessThan(0);
    expect(draft.line.bands).toEqual([
      { band: 'red', observations: 2103, events: 1039 },
      { band: 'yellow', observations: 2060, events: 326 },
      { band: 'green', observations: 1180, events: 40 },
      { band: 'withheld', observations: 0, events: 0 },
    ]);
    const [newlyRed, noLongerRed, worse, better] = swapSet!.groups;
    expect(newlyRed).toMatchObject({ id: 'newly-worst', name: 'newly Red', observations: 125, accounts: 125, events: 18 });
    expect(newlyRed!.rate).toMatchObject({ method: 'Wilson', interval: near(0.0930689502530006, 0.21615961006732787) });
    expect(newlyRed!.restRate.value).toBeCloseTo(0.26581065542353394, 12);
    expect(newlyRed!.difference).toMatchObject({ method: 'Newcombe', interval: near(-0.17417215467759828, -0.048690848430108596) });
    expect(noLongerRed!.difference).toMatchObject({ interval: near(0.050130112492603796, 0.20686976694238796) });
    expect([worse, better].map((group) => [group!.observations, group!.events])).toEqual([
      [285, 22],
      [204, 62],
    ]);
    expect(better!.difference.interval).toEqual(near(-0.017670095637428142, 0.10989410804129388));
    const sentence = (group: typeof newlyRed) => swapSentence(group!, swapSet!.outcome, inEnglish);
    expect(sentence(newlyRed)).toBe(
      'Of the 125 observations that are newly Red and have a known outcome, 18 churned (14%, 9% to 22%) against 27% of the rest, a difference of -17.4 to -4.9 points, which speaks against the draft.',
    );
    expect(sentence(better)).toMatch(/ 62 churned \(30%, 24% to 37%\) against 26% of the rest\. That may be chance\.$/);
  });

  test.each([
    ['a weight of 1e-12', 1e-12],
    ['a weight of 1e12', 1e12],
  ])('%s is as if the other had, or had not, a weight', async (_, weight) => {
    const { draft } = models;
    const of = async (model: Model) => (await invoke('compare-models', { ...models, draft: { model } })).book;
    const extreme = await of(changeWeight(draft.model, 'tenure_points', weight, { rescaleSiblings: false }));
    const without =
      weight < 1
        ? changeWeight(draft.model, 'tenure_points', 0, { rescaleSiblings: false })
        : changeWeight(draft.model, 'contract_points', 0, { rescaleSiblings: false });
    expect(extreme.migrationAccounts).toEqual((await of(without)).migrationAccounts);
  });
});

const inEnglish: NumberWords = {
  count: (value) => value.toLocaleString('en-US'),
  percent: (share) => share.toLocaleString('en-US', { style: 'percent' }),
  points: (value) => value.toFixed(1),
};
const near = (low: number, high: number) => [expect.closeTo(low, 10), expect.closeTo(high, 10)];
