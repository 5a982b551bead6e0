import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/createEngine.ts';
import type { Progress } from '../../../shared/contract/call.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { failureOf } from './importing.ts';

let folder: string;
let study: string;
let engine: Engine;
beforeEach(async () => {
  folder = temporaryFolder();
  study = join(folder, 'study');
  engine = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources' });
  await engine.invoke('create-study', { path: study });
  onTestFinished(() => engine.close());
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const many = (rows: number) =>
  `id,score\n${Array.from({ length: rows }, (_, index) => `A${index},${index % 97 === 5 ? 'bad' : index}`).join('\n')}\n`;
const leftovers = () => readdirSync(join(study, '.work')).filter((name) => /import|inspect|export/.test(name));

describe('a source', () => {
  test('is imported, paged, searched, filtered, profiled', async () => {
    const path = file('accounts.csv', 'id,name,since,mrr\n001,Acme,2024-02-29,10\n002,Borg,2023-01-01,oops\n003,=cmd(),9999-12-31,30\n');
    const inspection = await engine.invoke('inspect-file', { path });
    expect(inspection.columns.map(({ type }) => type)).toEqual(['text', 'text', 'date', 'text']);
    inspection.plan.columns[3]!.type = 'number';
    const { source, open } = await engine.invoke('import-source', {
      path,
      as: 'accounts',
      plan: inspection.plan,
      exportedOn: '2024-06-30',
    });
    expect(open.study.sources).toEqual([source]);
    expect(source).toMatchObject({
      name: 'accounts',
      data: 'data/accounts-1.parquet',
      rejects: 'data/accounts-1.rejects.parquet',
      exportedOn: '2024-06-30',
      exportedOnStated: true,
      counts: { records: 3, loaded: 3, rejected: 0, unconverted: 1 },
      original: { path, bytes: statSync(path).size, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(leftovers()).toEqual([]);

    const rows = await engine.invoke('list-rows', { source: 'accounts', orderBy: 'mrr', descending: true });
    expect(rows.rows).toEqual([
      ['003', '=cmd()', '9999-12-31', 30],
      ['001', 'Acme', '2024-02-29', 10],
      ['002', 'Borg', '2023-01-01', null],
    ]);
    expect((await engine.invoke('list-rows', { source: 'accounts', search: 'ACM' })).rows).toHaveLength(1);
    expect((await engine.invoke('list-rows', { source: 'accounts', where: "since < '2024-01-01'" })).total).toBe(1);
    expect(await engine.invoke('list-rejects', { source: 'accounts', kind: 'cell' })).toMatchObject({
      total: 1,
      rejects: [{ record: 2, line: 3, column: 'mrr', value: 'oops' }],
    });
    expect((await engine.invoke('list-rejects', { source: 'accounts', kind: 'row' })).total).toBe(0);

    const { columns } = await engine.invoke('profile-source', { source: 'accounts', columns: ['mrr', 'since'] });
    expect(columns[0]).toMatchObject({ rows: 3, missing: 1, distinct: 2, min: '10', max: '30', mean: 20, constant: false });
    expect(columns[0]!.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(columns[1]!.suspicious.join()).toContain('after the day of the export');
    expect(await failureOf(engine.invoke('list-rows', { source: 'accounts', orderBy: 'id"; drop' }))).toMatchObject({
      code: 'column-unknown',
    });
  });

  test('without a plan asks for the order of ambiguous dates', async () => {
    const path = file('a.csv', 'id,when\n1,05/06/2024\n');
    expect(await failureOf(engine.invoke('import-source', { path, as: 'a' }))).toMatchObject({
      code: 'date-order-unasked',
      sentence: expect.stringContaining('05/06/2024'),
    });
  });

  test('is refreshed with its stored plan, matched by header; old data stays until the study closes', async () => {
    const first = file('first.csv', 'id,score,gone\n1,10,x\n2,20,y\n');
    const { plan } = await engine.invoke('inspect-file', { path: first });
    plan.columns[0] = { ...plan.columns[0]!, type: 'text', name: 'account' };
    plan.columns[2]!.keep = false;
    await engine.invoke('import-source', { path: first, as: 'a', name: 'Accounts', plan });
    const second = file('second.csv', 'score,new,id\n30,2024-01-01,007\n');
    const { source, notices } = await engine.invoke('import-source', { path: second, as: 'a' });
    expect(source.name).toBe('Accounts');
    expect(source.plan.columns.map(({ name, type }) => [name, type])).toEqual([
      ['account', 'text'],
      ['score', 'number'],
      ['new', 'date'],
    ]);
    expect(notices.join()).toContain('New in the file and added: new (date)');
    expect((await engine.invoke('list-rows', { source: 'a' })).rows).toEqual([['007', 30, '2024-01-01']]);
    expect(readdirSync(join(study, 'data')).sort()).toEqual(['a-1.parquet', 'a-2.parquet']);

    const third = file('third.csv', 'id,new\n1,2024-01-01\n');
    expect(await failureOf(engine.invoke('import-source', { path: third, as: 'a' }))).toMatchObject({
      code: 'column-vanished',
      sentence: expect.stringContaining('"score"'),
    });
    expect((await engine.invoke('list-rows', { source: 'a' })).total).toBe(1);
  });

  test('is removed and brought back', async () => {
    await engine.invoke('import-source', { path: file('a.csv', 'id,name\n1,a\n'), as: 'a' });
    expect((await engine.invoke('remove-source', { source: 'a' })).removedSources).toEqual([{ id: 'a', name: 'a' }]);
    expect((await failureOf(engine.invoke('list-rows', { source: 'a' }))).code).toBe('source-unknown');
    expect((await engine.invoke('restore-source', { source: 'a' })).removedSources).toEqual([]);
    expect((await engine.invoke('list-rows', { source: 'a' })).total).toBe(1);
  });

  test('keeps the order of its rows over many row groups', async () => {
    await engine.invoke('import-source', { path: file('many.csv', many(300_000)), as: 'many' });
    const { rows } = await engine.invoke('list-rows', { source: 'many', offset: 250_000, limit: 2 });
    expect(rows.map(([id]) => id)).toEqual(['A250000', 'A250001']);
    const { total, rejects } = await engine.invoke('list-rejects', { source: 'many', offset: 3000, limit: 1 });
    expect(total).toBe(Math.ceil((300_000 - 5) / 97));
    expect(rejects[0]).toMatchObject({ record: 3000 * 97 + 6, line: 3000 * 97 + 7, value: 'bad' });
  });
});

describe('nothing is damaged', () => {
  test('by a cancel: progress came first, the previous data is there, nothing is left behind', async () => {
    await engine.invoke('import-source', { path: file('a.csv', 'id,score\nA,1\n'), as: 'a' });
    const stop = new AbortController();
    const seen: Progress[] = [];
    const importing = engine.invoke(
      'import-source',
      { path: file('many.csv', many(400_000)), as: 'a' },
      {
        signal: stop.signal,
        onProgress: (progress) => {
          seen.push(progress);
          if (progress.step === 'Preparing the file') stop.abort();
        },
      },
    );
    expect((await failureOf(importing)).code).toBe('cancelled');
    expect(seen[0]).toMatchObject({ share: 0 });
    expect((await engine.invoke('list-rows', { source: 'a' })).rows).toEqual([['A', 1]]);
    expect(readdirSync(join(study, 'data'))).toEqual(['a-1.parquet']);
    expect(leftovers()).toEqual([]);
  });

  test.each<[string, (path: string) => void, string]>([
    ['changes', (path) => utimesSync(path, new Date(1e12), new Date(1e12)), 'file-changed'],
    ['vanishes', (path) => rmSync(path), 'file-missing'],
  ])('by a file that %s while it is read', async (_, change, code) => {
    const path = file('many.csv', many(2000));
    const importing = engine.invoke(
      'import-source',
      { path, as: 'a' },
      { onProgress: ({ step }) => step.startsWith('Listing') && existsSync(path) && change(path) },
    );
    expect((await failureOf(importing)).code).toBe(code);
    expect((await engine.invoke('read-study', {})).study.sources).toEqual([]);
    expect(readdirSync(join(study, 'data'))).toEqual([]);
  });

  test('by a folder that refuses to be written', { skip: process.getuid?.() === 0 || process.platform === 'win32' }, async () => {
    chmodSync(join(study, 'data'), 0o500);
    onTestFinished(() => chmodSync(join(study, 'data'), 0o700));
    expect((await failureOf(engine.invoke('import-source', { path: file('a.csv', 'id\n1\n'), as: 'a' }))).code).toBe('disk-refused');
  });

  test('by a data folder that is none', async () => {
    rmSync(join(study, 'data'), { recursive: true });
    writeFileSync(join(study, 'data'), 'in the way');
    onTestFinished(() => {
      rmSync(join(study, 'data'));
      mkdirSync(join(study, 'data'));
    });
    expect((await failureOf(engine.invoke('import-source', { path: file('a.csv', 'id\n1\n'), as: 'a' }))).code).toBe('disk-refused');
    expect((await engine.invoke('read-study', {})).study.sources).toEqual([]);
    expect(leftovers()).toEqual([]);
  });
});
