import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { createEngine } from '../../../electron/engine/createEngine.ts';
import type { Invoke } from '../../../shared/contract/contract.ts';
import { addDays } from '../../../shared/model/isoDate.ts';
import type { definitionDocument } from '../../../shared/model/study.ts';
import { seededRandom } from '../../../shared/stats/seededRandom.ts';
import { importInto } from '../../datasets/importInto.ts';

export const dates = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'];

const latest = (id: string, source: string, column: string, extra: object = {}) => ({
  ...{ id, name: id.toUpperCase(), value: { kind: 'latest' as const, source, column } },
  ...extra,
});
const events = (source: string, to = '2026-06-30') => ({
  ...{ source, shape: { kind: 'events' as const, date: 'on' }, link: { column: 'id', to: 'accounts' } },
  ...{ exportedOn: '2026-06-30', covers: { from: '2024-01-01', to } },
});
const ramp = { kind: 'ramp' as const, from: { value: 0, points: 0 }, to: { value: 100, points: 100 } };
const leaf = (metric: string, weight: number) => ({ kind: 'metric' as const, id: `${metric}_leaf`, metric, weight, curve: ramp });

/** Logins tell of churn, NPS a little, noise nothing; `level` is the same for all, `empty` is never there. */
export const evidenceDocument: z.input<typeof definitionDocument> = {
  account: { source: 'accounts', key: 'id', name: 'name', revenue: { column: 'revenue' }, attributes: ['size'] },
  readings: [
    {
      ...{ source: 'accounts', shape: { kind: 'snapshot' }, exportedOn: '2026-06-30' },
      knownFrom: { size: { kind: 'always' }, revenue: { kind: 'always' }, seats: { kind: 'always' } },
    },
    { ...events('usage'), shape: { kind: 'panel', date: 'on' } },
    { ...events('tool'), shape: { kind: 'panel', date: 'on' } },
    events('churn'),
    // An intervention counts until the longest horizon is over.
    events('actions', '2029-06-30'),
    events('surveys'),
  ],
  asOf: { kind: 'list', dates },
  metrics: [
    latest('logins', 'usage', 'logins'),
    latest('nps', 'usage', 'nps'),
    latest('noise', 'usage', 'noise', { direction: 'neither' }),
    latest('level', 'usage', 'level'),
    latest('empty', 'usage', 'empty'),
    latest('plan', 'usage', 'plan', { valueType: 'category' }),
    { id: 'seats', name: 'SEATS', value: { kind: 'column', source: 'accounts', column: 'seats' } },
  ],
  outcomes: [
    { id: 'churned', name: 'Churned', happens: { kind: 'event', source: 'churn' }, horizonDays: 90, recurrence: { kind: 'ignored' } },
    {
      id: 'mood',
      name: 'Mood',
      polarity: 'good',
      happens: { kind: 'number', source: 'surveys', column: 'mood', aggregate: 'last' },
      horizonDays: 90,
    },
    {
      id: 'stayed',
      name: 'Stayed',
      polarity: 'good',
      happens: { kind: 'no-event', source: 'churn' },
      horizonDays: 90,
      recurrence: { kind: 'ignored' },
    },
    { id: 'later', name: 'Later', happens: { kind: 'event', source: 'churn' }, horizonDays: 900 },
  ],
  interventions: { source: 'actions', withinDays: 30 },
  givenScores: [{ id: 'tool', name: 'The tool', source: 'tool', column: 'score' }],
  models: [
    {
      ...{ id: 'health', name: 'Health', dimensions: [leaf('logins', 1), leaf('nps', 1), leaf('noise', 2)] },
      bands: ['red', 'yellow', 'green'].map((id) => ({
        id,
        name: id[0]!.toUpperCase() + id.slice(1),
        colour: '#009e73',
        shape: 'circle' as const,
      })),
      cuts: [40, 60],
      segments: [{ id: 'large', name: 'Large', where: 'size >= 100' }],
    },
  ],
  currentModel: 'health',
};

/** The rows behind the study, made from a seed. */
function sourceRows(accounts: number): Record<string, string[]> {
  const random = seededRandom(11);
  const files: Record<string, string[]> = {
    accounts: ['id,name,revenue,size,seats'],
    usage: ['id,on,logins,nps,noise,level,empty,plan'],
    tool: ['id,on,score'],
    churn: ['id,on'],
    actions: ['id,on,kind'],
    surveys: ['id,on,mood'],
  };
  for (let index = 0; index < accounts; index++) {
    const id = `A${String(index).padStart(4, '0')}`;
    files.accounts!.push(`${id},<b>${id}</b>,${1000 + index},${index % 3 === 0 ? 200 : 10},${1 + (index % 7)}`);
    const liking = random();
    for (const on of dates) {
      const logins = Math.round(100 * (0.7 * liking + 0.3 * random()));
      const nps = random() < 0.3 ? '' : String(Math.round(100 * (0.3 * liking + 0.7 * random())));
      files.usage!.push(`${id},${on},${logins},${nps},${Math.round(100 * random())},5,,${random() < 0.5 ? 'basic' : 'pro'}`);
      files.tool!.push(`${id},${on},${Math.round(100 * random())}`);
      const after = addDays(on, 1 + Math.floor(80 * random()));
      if (random() < 0.45 * (1 - logins / 100) ** 2) files.churn!.push(`${id},${after}`);
      if (random() < 0.2) files.actions!.push(`${id},${on},call`);
      if (random() < 0.6) files.surveys!.push(`${id},${after},${Math.round(logins / 10 + 3 * random())}`);
    }
  }
  return files;
}

export interface EvidenceStudy {
  invoke: Invoke;
  /** Of the study. */
  folder: string;
  close(): Promise<void>;
}

/** An engine with the study open: 4 as-of dates, the last of which is the confirmation set. `rows`: other lines by source, for another document. */
export async function evidenceStudy({
  accounts = 240,
  document = evidenceDocument,
  name = 'Evidence',
  rows = sourceRows(accounts),
} = {}): Promise<EvidenceStudy> {
  const userDirectory = mkdtempSync(join(tmpdir(), 'plumbline-evidence-'));
  const { invoke, close } = createEngine({ userDirectory, resourcesDirectory: 'resources', threads: 2 });
  const { path } = await invoke('create-study', { name });
  for (const [source, lines] of Object.entries(rows)) {
    const file = join(userDirectory, `${source}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    await importInto(invoke, file, source, source === 'usage' ? { empty: 'number' } : {});
  }
  await invoke('define-study', { document });
  return {
    ...{ invoke, folder: path },
    close: async () => {
      await close();
      rmSync(userDirectory, { recursive: true });
    },
  };
}
