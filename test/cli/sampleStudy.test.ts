import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../electron/engine/createEngine.ts';
import { typeCommand } from './typeCommand.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-sample-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every command has an engine of its own, as it has where a person types it. */
const plumbline = (...args: string[]) =>
  typeCommand(createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: resolve('resources') }), folder, args);

async function answer(...args: string[]): Promise<unknown> {
  const { code, output, errors } = await plumbline(...args, '--json');
  expect(code, errors).toBe(0);
  return JSON.parse(output);
}

it('goes the whole path on the sample study, command by command', async () => {
  expect(await answer('sample', 'sample')).toMatchObject({ path: join(folder, 'sample') });

  const { findings } = (await answer('report', 'sample')) as { findings: unknown[] };
  expect(findings.length).toBeGreaterThan(0);

  const { book, written } = (await answer('score', 'sample', '--out', 'scores.csv')) as {
    book: { accounts: number; bands: { accounts: number }[] };
    written: { path: string; rows: number };
  };
  expect(book.accounts).toBeGreaterThan(100);
  expect(book.bands.reduce((sum, band) => sum + band.accounts, 0)).toBe(book.accounts);
  const lines = (await readFile(join(folder, 'scores.csv'), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(book.accounts + 1);
  expect(written).toEqual({ path: join(folder, 'scores.csv'), rows: book.accounts });

  expect(await answer('observations', 'sample', '--out', 'observations.parquet')).toMatchObject({
    path: join(folder, 'observations.parquet'),
  });
  expect((await stat(join(folder, 'observations.parquet'))).size).toBeGreaterThan(1000);

  const first = (await answer('call', 'list-accounts', '{"limit":1}', '--study', 'sample')) as {
    accounts: { account: string; score: number }[];
  };
  const { account, score } = first.accounts[0]!;
  const why = (await answer('explain', 'sample', '--account', account)) as {
    score: number;
    rolledUp: number;
    nodes: { kind: string; contribution: number | null }[];
  };
  expect(why.score).toBe(score);
  const leaves = why.nodes.filter(({ kind }) => kind === 'metric');
  expect(leaves.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)).toBeCloseTo(why.rolledUp, 9);
}, 120_000);

it('says the same to a person', async () => {
  const { output } = await plumbline('score', 'sample');
  expect(output).toMatch(/accounts on \d{4}-\d\d-\d\d, scored by .*; higher = healthier/);
  const templates = await plumbline('templates');
  expect(templates.output.split('\n')[0]).toMatch(/^id +name +about$/);
  const wrong = await plumbline('explain', 'sample', '--account', "'; drop table x; --");
  expect(wrong.code).toBe(1);
  expect(wrong.errors).toContain(`There is no account "'; drop table x; --"`);
}, 60_000);

it('tells of a study that is not there, by its path', async () => {
  const { code, errors } = await plumbline('score', 'none');
  expect(code).toBe(1);
  expect(errors).toContain(join(folder, 'none'));
});

it('takes a proposal from file to definition, and says what a definition lacks', async () => {
  await plumbline('create', 'own');
  const rows = Array.from({ length: 30 }, (_, index) => `A-${index},${index % 2 === 0 ? 'Retail' : 'Finance'}`);
  await writeFile(join(folder, 'customers.csv'), ['account_id,industry', ...rows].join('\n'));
  await plumbline('import', 'own', 'customers.csv', '--as', 'customers');
  const proposed = await plumbline('propose', 'own', '--out', 'proposal.json');
  expect(proposed.output).toContain('customers holds the accounts');
  const defined = await plumbline('define', 'own', 'proposal.json');
  expect(defined.code).toBe(0);
  expect(defined.output).toContain('problem: No metric is defined yet.');

  const wrong = { metrics: [{ id: 'industry', name: 'Industry', value: { kind: 'column', source: 'customers', column: 'industry' } }] };
  await writeFile(join(folder, 'wrong.json'), JSON.stringify(wrong));
  const told = await plumbline('define', 'own', 'wrong.json');
  expect(told.output).toContain('the metric "Industry"');
  const reported = await plumbline('report', 'own');
  expect(reported.code).toBe(0);
  expect(reported.output).toContain('"industry" of "customers" is text');
});
