import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createEngine } from '../electron/engine/createEngine.ts';
import type { Invoke } from '../shared/contract/contract.ts';
import { type Benchmark, median } from './Benchmark.ts';
import { metricFile } from './data.ts';

/** IBM's public telco set, kept beside a checkout. */
const telcoFile = resolve('../shared/datasets/telco_ibm/telco_customer_churn.csv');

const column = (name: string, valueType: 'number' | 'category' = 'category') => ({
  ...{ id: name.toLowerCase(), name, valueType },
  value: { kind: 'column' as const, source: 'customers', column: name },
});
const leaf = (name: string, curve: object) => ({
  kind: 'metric' as const,
  id: `${name.toLowerCase()}_points`,
  metric: name.toLowerCase(),
  weight: 1,
  curve,
});
const yes = (name: string, points = 100) => leaf(name, { kind: 'categories', points: { Yes: points, No: 100 - points }, unlisted: 50 });
const ramp = (name: string, from: number, to: number, up: boolean) =>
  leaf(name, { kind: 'ramp', from: { value: from, points: up ? 0 : 100 }, to: { value: to, points: up ? 100 : 0 } });
const contracts = { kind: 'categories', points: { 'Month-to-month': 0, 'One year': 50, 'Two year': 100 } };

async function openTelco(invoke: Invoke): Promise<void> {
  await invoke('create-study', { name: 'Telco' });
  await invoke('import-source', { path: telcoFile, as: 'customers' });
  const services = ['OnlineSecurity', 'TechSupport', 'OnlineBackup'];
  await invoke('define-study', {
    document: {
      account: { source: 'customers', key: 'customerID' },
      metrics: [
        ...['tenure', 'MonthlyCharges'].map((name) => column(name, 'number')),
        ...['Contract', ...services, 'PaperlessBilling', 'Partner'].map((name) => column(name)),
      ],
      outcomes: [{ id: 'churned', name: 'Churned', happens: { kind: 'flag', source: 'customers', where: 'Churn' }, horizonDays: 30 }],
      models: [
        {
          ...{ id: 'telco', name: 'Telco', cuts: [50] },
          bands: ['red', 'green'].map((id) => ({ id, name: id, colour: '#009e73', shape: 'circle' as const })),
          dimensions: [
            ...[ramp('tenure', 1, 72, true), ramp('MonthlyCharges', 20, 107, false), leaf('Contract', contracts)],
            ...services.map((name) => yes(name)),
            ...[
              leaf('PaperlessBilling', { kind: 'categories', points: { true: 0, false: 100 } }),
              leaf('Partner', { kind: 'categories', points: { true: 100, false: 0 } }),
            ],
          ] as never,
        },
      ],
      currentModel: 'telco',
    },
  });
}

/** Cross-validated, bootstrapped suggestion of eight weights, with its progress. */
const suggestion: Benchmark = {
  name: 'suggestion-telco',
  size: 7043,
  async run() {
    if (!existsSync(telcoFile)) throw new Error(`There is no ${telcoFile}: the telco data set is needed.`);
    let longest = 0;
    const oursMs = await inStudy(openTelco, async (invoke) => {
      const times: number[] = [];
      for (let seed = 1; seed <= 3; seed++) {
        const start = performance.now();
        let last = start;
        const onProgress = () => {
          longest = Math.max(longest, performance.now() - last);
          last = performance.now();
        };
        await invoke('suggest-weights', { seed }, { onProgress });
        times.push(performance.now() - start);
      }
      return median(times);
    });
    return {
      ...{ oursMs, peerMs: null, peer: 'none' },
      ours: `weights of 8 metrics: pull by 5 folds, quality by 5 folds of 5, 200 resamples of the accounts; progress at least every ${Math.ceil(longest)} ms`,
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  },
};

const accounts = 100_000;
const metrics = 32;

async function openWide(invoke: Invoke): Promise<void> {
  await invoke('create-study', { name: 'Wide' });
  await invoke('import-source', { path: await metricFile(accounts, metrics), as: 'accounts' });
  const ids = Array.from({ length: metrics }, (_, nth) => `m${nth + 1}`);
  await invoke('define-study', {
    document: {
      account: { source: 'accounts', key: 'account_id' },
      metrics: ids.map((id) => ({ id, name: id, value: { kind: 'column', source: 'accounts', column: id } })),
      outcomes: [{ id: 'low', name: 'Low', happens: { kind: 'flag', source: 'accounts', where: 'm1 < 20' }, horizonDays: 90 }],
    },
  });
  await invoke('describe-proof', {});
}

/** The whole metrics table as the screen asks for it, from observed accounts: fetched from DuckDB, then counted. */
const table: Benchmark = {
  name: 'evidence-metrics',
  size: accounts,
  async run() {
    const oursMs = await inStudy(openWide, async (invoke) => {
      const start = performance.now();
      await invoke('measure-metrics', {});
      return performance.now() - start;
    });
    return {
      ...{ oursMs: Math.round(oursMs), peerMs: null, peer: 'none' },
      ours: `${metrics} metrics of three quarters of the accounts against one outcome, columns fetched for the first time`,
      peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  },
};

async function inStudy<Value>(open: (invoke: Invoke) => Promise<void>, use: (invoke: Invoke) => Promise<Value>): Promise<Value> {
  const userDirectory = await mkdtemp(join(tmpdir(), 'plumbline-bench-evidence-'));
  const { invoke, close } = createEngine({ userDirectory, resourcesDirectory: 'resources' });
  try {
    await open(invoke);
    return await use(invoke);
  } finally {
    await close();
    await rm(userDirectory, { recursive: true, force: true });
  }
}

export default [suggestion, table];
