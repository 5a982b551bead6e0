import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Invoke } from '../../../shared/contract/contract.ts';
import { readRows } from '../../datasets/readRows.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { dates, type EvidenceStudy, evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

type Row = {
  account_id: string;
  as_of: string;
  logins: number;
  nps: number | null;
  noise: number;
  'account.size': number;
  treated: boolean;
} & Record<string, unknown>;

/** Health by hand: logins, NPS and noise weigh 1, 1, 2; without NPS the others share. */
const healthOf = ({ logins, nps, noise }: Row) => (nps === null ? (logins + 2 * noise) / 3 : (logins + nps + 2 * noise) / 4);

/** Share of pairs that are ranked as they should, by looking at every pair. */
function pairwise(rows: readonly Row[], scoreOf: (row: Row) => number): number {
  const [events, others] = [rows.filter((row) => row['outcome.churned'] === 1), rows.filter((row) => row['outcome.churned'] === 0)];
  const wins = events
    .flatMap((event) => others.map((other) => scoreOf(other) - scoreOf(event)))
    .map((gap) => (gap > 0 ? 1 : gap === 0 ? 0.5 : 0) as number);
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

let study: EvidenceStudy;
let invoke: Invoke;
beforeAll(async () => {
  study = await evidenceStudy();
  invoke = study.invoke;
});
afterAll(() => study.close());

async function proofRows(): Promise<Row[]> {
  const path = join(temporaryFolder(), 'observations.parquet');
  await invoke('export-observations', { path });
  return ((await readRows(path)) as Row[]).filter(({ as_of }) => as_of !== dates[3]);
}

test('a score against churn: rates, AUC, lift, gains and slices are those of the rows, counted another way', async () => {
  const rows = await proofRows();
  const { basis, score } = await invoke('measure-score', {});
  const events = rows.filter((row) => row['outcome.churned'] === 1);
  expect(basis.set).toMatchObject({
    ...{ observations: 720, accounts: 240, events: events.length, eventAccounts: new Set(events.map((row) => row.account_id)).size },
    ...{ from: dates[0], to: dates[2], confirmation: { from: dates[3], observations: 240, openings: 0 } },
  });
  expect(basis.notes.join(' ')).toContain('Declared never to change: seats of accounts');

  expect(score.auc!.value).toBeCloseTo(pairwise(rows, healthOf), 12);
  expect(score.gini!.value).toBeCloseTo(2 * pairwise(rows, healthOf) - 1, 12);
  expect(score.auc).toMatchObject({ n: 720, events: events.length, accounts: 240, method: 'account bootstrap (1000)' });
  expect(score.auc!.interval![0]).toBeLessThan(score.auc!.value!);

  const bandOf = (row: Row) => (healthOf(row) >= 60 - 0.0005 ? 'green' : healthOf(row) >= 40 - 0.0005 ? 'yellow' : 'red');
  for (const band of score.bands.slice(0, 3)) {
    const own = rows.filter((row) => bandOf(row) === band.band);
    expect(band).toMatchObject({ observations: own.length, events: own.filter((row) => row['outcome.churned'] === 1).length });
    expect(band.revenue).toBe(own.reduce((sum, { account_id }) => sum + 1000 + Number(account_id.slice(1)), 0));
  }
  expect(score.tenths).toHaveLength(10);
  expect(score.tenths.at(-1)!.gain!.value).toBe(1);
  expect(score.tenths[0]!.lift!.value).toBeCloseTo(score.liftWorstTenth!.value!, 12);
  expect(score.roc[0]).toEqual([0, 0]);
  expect(score.roc.at(-1)).toEqual([1, 1]);
  const area = score.roc.slice(1).reduce((sum, [x, y], at) => sum + ((x - score.roc[at]![0]) * (y + score.roc[at]![1])) / 2, 0);
  expect(area).toBeCloseTo(score.auc!.value!, 2);
  expect(score.calibration!.folds).toBe(5);

  const { slices } = await invoke('measure-slices', {});
  const slice = (id: string) => slices.find((one) => one.id === id)!.slice;
  expect(slice('large').auc!.value).toBeCloseTo(
    pairwise(
      rows.filter((row) => row['account.size'] >= 100),
      healthOf,
    ),
    12,
  );
  expect(slice('untreated').observations).toBe(rows.filter(({ treated }) => !treated).length);
  expect(slice('treated').observations + slice('untreated').observations).toBe(720);
  expect(slice('missing-neutral').auc!.value).toBeCloseTo(
    pairwise(rows, (row) => (row.logins + (row.nps ?? 50) + 2 * row.noise) / 4),
    12,
  );
});

test('a part is held against the rest, with an interval that draws whole accounts; missing data handled another way, against the same observations', async () => {
  const rows = await proofRows();
  const { slices, redistributeAgainstNeutral } = await invoke('measure-slices', {});
  const of = (id: string) => slices.find((one) => one.id === id)!;
  const isLarge = (row: (typeof rows)[number]) => row['account.size'] >= 100;
  const large = of('large');
  const lead =
    pairwise(rows.filter(isLarge), healthOf) -
    pairwise(
      rows.filter((row) => !isLarge(row)),
      healthOf,
    );
  expect(large.difference).toMatchObject({ n: 720, method: 'account bootstrap (1000)' });
  expect(large.difference!.value).toBeCloseTo(lead, 12);
  expect(of('base').difference!.value).toBeCloseTo(-lead, 12);
  expect(large.difference!.interval![0]).toBeLessThan(lead);
  expect(large.difference!.interval![1]).toBeGreaterThan(lead);
  expect(large.sentence).toMatch(/^AUC 0\.\d{3} (lower|higher) than among the others \(95 % interval of the difference -?0\.\d{3} to /);
  expect(of('treated').difference!.value).toBeCloseTo(-of('untreated').difference!.value!, 12);

  const neutral = of('missing-neutral');
  expect(neutral.difference!.value).toBeCloseTo(neutral.slice.auc!.value! - of('all').slice.auc!.value!, 12);
  expect(neutral.difference!.interval![0]).toBeLessThanOrEqual(neutral.difference!.value!);
  expect(neutral.difference!.interval![1]).toBeGreaterThanOrEqual(neutral.difference!.value!);
  expect(of('missing-redistribute').difference!.value).toBeCloseTo(0, 12);
  expect(of('missing-redistribute').sentence).toContain('The same AUC');
  const paired = redistributeAgainstNeutral!;
  expect(paired.value).toBeCloseTo(of('missing-redistribute').slice.auc!.value! - neutral.slice.auc!.value!, 12);
  expect(paired.value).toBeGreaterThanOrEqual(paired.interval![0]);
  expect(paired.value).toBeLessThanOrEqual(paired.interval![1]);
  expect(of('missing-redistribute').sentence).toMatch(/ where they count 50 points/);
  expect(of('all')).toMatchObject({ difference: null, sentence: null });
});

test('two scores against a number: the difference of their rank correlations', async () => {
  const { score, other, difference } = await invoke('measure-score', { outcome: 'mood', against: { given: 'tool' } });
  expect(difference).toMatchObject({ auc: null, pValue: null });
  expect(difference!.spearman!.value).toBeCloseTo(score.spearman!.value! - other!.spearman!.value!, 12);
  expect(difference!.spearman!.interval![0]).toBeGreaterThan(0);
  expect(difference!.sentence).toMatch(/^Health tells them apart better than The tool by 0\.\d{3} rank correlation/);
});

test('the score of the tool in use beside ours, paired on the same observations', async () => {
  const { score, other, difference } = await invoke('measure-score', { against: { given: 'tool' } });
  expect(other!.auc!.value).toBeGreaterThan(0.4);
  expect(other!.auc!.value).toBeLessThan(0.6);
  expect(difference!.observations).toBe(720);
  expect(difference!.auc!.value).toBeCloseTo(score.auc!.value! - other!.auc!.value!, 12);
  expect(difference!.sentence).toMatch(/The tool/);
});

test('a good outcome is the bad one seen from the other side', async () => {
  const churned = await invoke('measure-score', { outcome: 'churned' });
  const stayed = await invoke('measure-score', { outcome: 'stayed' });
  expect(stayed.score.auc!.value).toBeCloseTo(churned.score.auc!.value!, 12);
  expect(stayed.score.ks!.estimate.value).toBeCloseTo(churned.score.ks!.estimate.value!, 12);
  for (const [band, { rate }] of stayed.score.bands.entries())
    if (rate.value !== null) expect(rate.value).toBeCloseTo(1 - churned.score.bands[band]!.rate.value!, 12);
  expect(stayed.score.liftWorstTenth).toEqual(churned.score.liftWorstTenth);
  expect(stayed.score.roc).toEqual(churned.score.roc);
  expect(stayed.score.calibration).toEqual(churned.score.calibration);
  expect(stayed.basis.gate.events).toBe(churned.basis.gate.events);
  const wrong = async (kind: 'green-churners' | 'red-renewers', outcome: string) => (await invoke('list-wrong', { kind, outcome })).total;
  expect(await wrong('green-churners', 'stayed')).toBe(await wrong('green-churners', 'churned'));
  expect(await wrong('red-renewers', 'stayed')).toBe(await wrong('red-renewers', 'churned'));
  const weights = async (outcome: string) =>
    (await invoke('suggest-weights', { outcome, level: 'metrics', resamples: 0 })).suggestion.weights.map(({ suggested }) => suggested);
  expect(await weights('stayed')).toEqual(await weights('churned'));
  const { metrics } = await invoke('measure-metrics', { outcome: 'stayed' });
  expect(metrics[0]).toMatchObject({ metric: 'logins', direction: { higher: 'more', asStated: true } });
});

test('outcomes side by side: yes and no, a number, and one of which nothing is known yet', async () => {
  const { outcomes } = await invoke('measure-outcomes', {});
  const [churned, mood, , later] = outcomes;
  expect(churned!.score!.auc!.value).toBeGreaterThan(0.6);
  expect(mood).toMatchObject({ outcome: { kind: 'number' }, score: { auc: null, events: null } });
  expect(mood!.score!.spearman!.value).toBeGreaterThan(0.2);
  expect(mood!.score!.spearman!.interval![0]).toBeGreaterThan(0);
  expect(later).toMatchObject({ basis: null, score: null });
  expect(later!.sentence).toContain('Later');
  const { outcomes: described } = await invoke('describe-proof', {});
  expect(described.map(({ outcome, gate, set }) => [outcome.id, gate.level, set === null])).toEqual([
    ['churned', 'anchored', false],
    ['mood', 'describe', false],
    ['stayed', 'anchored', false],
    ['later', 'nothing', true],
  ]);
  expect(described[0]!.byDate.map(({ known, confirmation }) => [known, confirmation])).toEqual([
    [240, false],
    [240, false],
    [240, false],
    [240, true],
  ]);
});

test('who was wrong: green churners and red renewers, treated and not, with what contradicts itself', async () => {
  const rows = await proofRows();
  const green = rows.filter((row) => row['outcome.churned'] === 1 && healthOf(row) >= 60 - 0.0005);
  const churners = await invoke('list-wrong', { kind: 'green-churners', limit: 1000 });
  expect(churners.lines.map(({ account, asOf }) => `${account} ${asOf}`).sort()).toEqual(
    green.map((row) => `${row.account_id} ${row.as_of}`).sort(),
  );
  for (const line of churners.lines)
    expect(line.score).toBeCloseTo(healthOf(green.find((row) => row.account_id === line.account && row.as_of === line.asOf)!), 9);

  const red = rows.filter((row) => row['outcome.churned'] === 0 && healthOf(row) < 40 - 0.0005);
  const renewers = await invoke('list-wrong', { kind: 'red-renewers', limit: 3 });
  expect(renewers).toMatchObject({ total: red.length, lines: { length: 3 } });
  const touched = red.filter(({ treated }) => treated).length;
  expect(renewers.treatment).toEqual({ touched, untouched: red.length - touched, unknown: 0 });
  const untouched = await invoke('list-wrong', { kind: 'red-renewers', treated: 'untouched', conflictsOnly: true, limit: 1000 });
  expect(untouched.lines.length).toBe(untouched.total);
  expect(untouched.total).toBe(
    red.filter(({ treated, logins, nps, noise }) => {
      const points = [logins, noise, ...(nps === null ? [] : [nps])];
      return !treated && points.some((one) => one >= 70) && points.some((one) => one <= 30);
    }).length,
  );
  expect(untouched.lines[0]!.conflicts[0]).toMatch(/ is healthy \(\d+\) while .* is not \(\d+\)\./);
});

test('what cannot be asked is refused in words', async () => {
  const undated = {
    ...evidenceDocument,
    readings: evidenceDocument.readings!.map((reading) =>
      reading.source === 'tool'
        ? { source: 'tool', shape: { kind: 'snapshot' as const }, link: { column: 'id', to: 'accounts' } }
        : reading,
    ),
  };
  const { invoke, close } = await evidenceStudy({ accounts: 12, document: undated });
  onTestFinished(close);
  await expect(invoke('measure-score', { scorer: { given: 'tool' } })).rejects.toMatchObject({ code: 'given-score-undated' });
  await expect(invoke('measure-score', { outcome: 'later' })).rejects.toMatchObject({ code: 'proof-empty' });
  await expect(invoke('measure-score', { outcome: 'no_such' })).rejects.toMatchObject({ code: 'outcome-unknown' });
  await expect(invoke('measure-score', { segment: 'no_such' })).rejects.toMatchObject({ code: 'segment-unknown' });
  await expect(invoke('measure-metric', { metric: 'no_such' })).rejects.toMatchObject({ code: 'metric-unknown' });
  await expect(invoke('suggest-weights', { outcome: 'mood' })).rejects.toMatchObject({ code: 'outcome-is-number' });
  await expect(invoke('suggest-weights', {})).rejects.toMatchObject({ code: 'gate-closed' });
  await expect(invoke('suggest-thresholds', {})).rejects.toMatchObject({ code: 'gate-closed' });
  await expect(invoke('repeat-run', { run: '0123456789abcdef' })).rejects.toMatchObject({ code: 'run-unknown' });
  await expect(invoke('export-model', { path: join(temporaryFolder(), 'model.json'), scorer: { given: 'tool' } })).rejects.toMatchObject({
    code: 'model-given',
  });
  const { score } = await invoke('measure-score', {});
  expect(score.auc!.warnings).toContain('FEW_EVENTS');
  expect(score).toMatchObject({ calibration: null, withoutCalibration: expect.stringContaining('Too few') });
});

test('a cancelled call says so', async () => {
  const controller = new AbortController();
  const running = invoke('measure-slices', {}, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
});
