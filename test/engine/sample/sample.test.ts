import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/createEngine.ts';
import { Database } from '../../../electron/engine/database/Database.ts';
import { sampleDocument } from '../../../electron/engine/sample/sample.ts';
import type { OpenStudy } from '../../../shared/contract/studyCalls.ts';
import { advice } from '../../../shared/scoring/advice.ts';

const home = mkdtempSync(join(tmpdir(), 'plumbline-sample-'));
let engine: Engine;
let open: OpenStudy;

beforeAll(async () => {
  engine = createEngine({ userDirectory: home, resourcesDirectory: 'resources' });
  open = await engine.invoke('open-sample', { path: join(home, 'sample') });
}, 120_000);

afterAll(async () => {
  await engine.close();
  rmSync(home, { recursive: true, force: true });
});

const countsOf = (id: string) => open.study.sources.find((source) => source.id === id)!.counts;

describe('the sample study', () => {
  it('has every export in it, nothing lost, and what does not convert listed', () => {
    expect(countsOf('accounts')).toEqual({ records: 420, loaded: 420, rejected: 0, unconverted: 0 });
    for (const { counts } of open.study.sources) expect(counts.loaded + counts.rejected).toBe(counts.records);
    expect(countsOf('tickets').rejected).toBe(2);
    expect(countsOf('usage').unconverted).toBeGreaterThan(0);
    expect(countsOf('invoices').unconverted).toBeGreaterThan(0);
    expect(countsOf('surveys').unconverted).toBeGreaterThan(0);
  });

  it('reports the dirt it was made with', async () => {
    const { findings } = await engine.invoke('report-study', {});
    const said = new Set(findings.map(({ code, source }) => `${code} ${source}`));
    for (const expected of [
      'near-miss-keys usage',
      'rows-without-account usage',
      'rows-before-account usage',
      'repeated-keys tickets',
      'rejected-rows tickets',
      'unconverted-cells invoices',
      'accounts-without-rows surveys',
    ])
      expect(said, [...said].join(', ')).toContain(expected);
  });

  it('observes month-ends, leaves out those who are no customers, and knows what happened to the rest', async () => {
    const { asOf } = await engine.invoke('summarise-observations', {});
    expect(asOf).toHaveLength(19);
    const middle = asOf[9]!;
    expect(middle.excluded.map(({ accounts }) => accounts).every((accounts) => accounts > 0)).toBe(true);
    for (const { id, yes, known } of middle.outcomes) {
      expect(yes, id).toBeGreaterThan(5);
      expect(yes, id).toBeLessThan(known);
    }
    expect(asOf.at(-1)!.outcomes.every(({ known }) => known === 0)).toBe(true);
  });

  it('fills every metric for most accounts of the book', async () => {
    for (const { id } of open.study.definition.metrics) {
      const { observations, missing, distinct } = await engine.invoke('profile-metric', { metric: id });
      expect(missing / observations, id).toBeLessThan(0.5);
      expect(distinct, id).toBeGreaterThan(2);
    }
  });

  it('has accounts in every band and every segment, and a model nobody has to mend', async () => {
    const book = await engine.invoke('score-book', {});
    for (const { band, accounts } of book.bands) if (band !== 'withheld') expect(accounts, band).toBeGreaterThan(20);
    for (const { id, accounts } of book.segments) expect(accounts, id).toBeGreaterThan(10);
    const grave = ['all-weights-zero', 'reference-not-frozen', 'band-out-of-reach', 'override-without-node'];
    expect(advice(sampleDocument().models![0]!).filter(({ code }) => grave.includes(code))).toEqual([]);
  });

  it('explains the account the README asks about: it is red', async () => {
    const [, account] = readFileSync('README.md', 'utf8').match(/explain \.\/sample --account (\d+)/)!;
    const { band, nodes, score } = await engine.invoke('explain-account', { account: account! });
    expect(band).toBe('red');
    const leaves = nodes.filter(({ kind }) => kind === 'metric');
    expect(leaves.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBeCloseTo(score!, 9);
  });

  it('has a score that goes with what happened: red accounts leave at least three times as often as green ones', async () => {
    const scores = join(home, 'scores.csv');
    const observations = join(home, 'observations.csv');
    const asOf = '2026-03-31';
    await engine.invoke('export-scores', { path: scores, asOf });
    await engine.invoke('export-observations', { path: observations, asOf });
    const database = await Database.open({ temporaryDirectory: home, allowedDirectories: [home], threads: 2 });
    const rates = await database.rows<{ band: string; churned: number }>({
      text: `select s.band, avg(o."outcome.churned")::double as churned from read_csv($1) s join read_csv($2) o on o.account_id = s.account_id group by s.band`,
      values: [scores, observations],
    });
    await database.close();
    const rate = (band: string) => rates.find((each) => each.band === band)!.churned;
    expect(rate('red')).toBeGreaterThan(3 * rate('green'));
  });
});
