import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aucEstimate } from '../shared/stats/aucEstimate.ts';
import { benjaminiHochberg } from '../shared/stats/benjaminiHochberg.ts';
import { delong } from '../shared/stats/delong.ts';
import { describeAgainstOutcome } from '../shared/stats/describeAgainstOutcome.ts';
import { publishedCells } from '../shared/stats/outcomeCells.ts';
import { presentOrder } from '../shared/stats/presentOrder.ts';
import { rankCorrelations } from '../shared/stats/rankCorrelations.ts';
import { redundancyGroups } from '../shared/stats/redundancyGroups.ts';
import { seededRandom } from '../shared/stats/seededRandom.ts';
import { splitByOutcome } from '../shared/stats/splitByOutcome.ts';
import { varianceInflation } from '../shared/stats/varianceInflation.ts';
import { type Benchmark, type Measurement, median } from './Benchmark.ts';

interface Data {
  columns: Float64Array[];
  outcomes: Uint8Array;
  accounts: Uint32Array;
}

/** Columns that go with a 15 % outcome more or less; every other one whole numbers with ties, every fourth one with a tenth missing. */
function dataOf(rows: number, count: number): Data {
  const random = seededRandom(20_260_930);
  const health = Float64Array.from({ length: rows }, () => random() + random() + random());
  const outcomes = Uint8Array.from(health, (value) => (random() < 0.3 - 0.1 * value ? 1 : 0));
  const columns = Array.from({ length: count }, (_, index) =>
    health.map((value) => {
      if (index % 4 === 3 && random() < 0.1) return Number.NaN;
      const mixed = (value * (index + 1)) / count + 3 * random();
      return index % 2 === 1 ? Math.floor(mixed * 20) : mixed;
    }),
  );
  return { columns, outcomes, accounts: Uint32Array.from(outcomes.keys()) };
}

/** Ours and the notebook by turns, on the same numbers; they must agree. */
function againstNotebook(data: Data, what: string, ours: () => Record<string, number>, within: number): Omit<Measurement, 'ours' | 'peer'> {
  const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import pandas, scipy, sklearn']).status === 0);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-stats-'));
  const times = { ours: [] as number[], peer: [] as number[] };
  try {
    for (const column of data.columns) appendFileSync(join(folder, 'values.f64'), new Uint8Array(column.buffer));
    writeFileSync(join(folder, 'outcomes.u8'), data.outcomes);
    writeFileSync(join(folder, 'shape.json'), JSON.stringify([data.outcomes.length, data.columns.length]));
    ours();
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      const found = ours();
      times.ours.push(performance.now() - start);
      if (!python) continue;
      const notebook = JSON.parse(execFileSync(python, ['bench/peers/statisticsNotebook.py', folder, what], { encoding: 'utf8' }));
      times.peer.push(notebook.ms);
      mustAgree(found, notebook.found, within);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    ...{ oursMs: median(times.ours), peerMs: python ? median(times.peer) : null },
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function mustAgree(ours: Record<string, number>, notebook: Record<string, number>, within: number): void {
  for (const [name, value] of Object.entries(notebook)) {
    if (Math.abs(ours[name]! - value) > within * Math.abs(value)) throw new Error(`${name}: ${ours[name]} is not ${value}`);
  }
}

function allMetrics({ columns, outcomes, accounts }: Data): Record<string, number> {
  const orders = columns.map(presentOrder);
  const found = columns.map((values, index) => describeAgainstOutcome({ values, outcomes, accounts }, orders[index], publishedCells));
  const correlations = rankCorrelations(columns, orders);
  redundancyGroups(correlations);
  benjaminiHochberg(found.map(({ p }) => p));
  const sumOf = (of: (one: (typeof found)[number]) => number | null | undefined) => found.reduce((sum, one) => sum + of(one)!, 0);
  return {
    ...{ auc: sumOf(({ auc }) => auc.value), ks: sumOf(({ kolmogorovSmirnov }) => kolmogorovSmirnov?.distance) },
    ...{ spearman: sumOf(({ spearman }) => spearman.value), pearson: sumOf(({ correlation }) => correlation.value) },
    ...{ iv: sumOf(({ informationValue }) => informationValue.value), mi: sumOf(({ mutualInformation }) => mutualInformation?.value) },
    se: sumOf(({ auc }) => (auc.interval![1] - auc.interval![0]) / 2 / 1.959963984540054),
    vif: varianceInflation(correlations).reduce<number>((sum, one) => sum + one!, 0),
  };
}

const metrics: Benchmark = {
  name: 'metric-statistics',
  size: 100_000 * 32,
  async run() {
    const data = dataOf(100_000, 32);
    return {
      ...againstNotebook(data, 'metrics', () => allMetrics(data), 1e-6),
      ours: 'AUC with DeLong, KS, Spearman, Pearson, Mann-Whitney, IV, mutual information, missing, q-values, redundancy and VIF of 32 metrics, one thread',
      peer: 'the same in pandas, scipy and scikit-learn (bench/peers/statisticsNotebook.py), one thread',
    };
  },
};

const area: Benchmark = {
  name: 'auc-delong',
  size: 1_000_000,
  async run() {
    const data = dataOf(1_000_000, 1);
    return {
      ...againstNotebook(data, 'area', () => ({ auc: delong(splitByOutcome(data.columns[0]!, data.outcomes))!.auc }), 1e-9),
      ours: 'AUC with its DeLong interval, one thread',
      peer: 'scikit-learn roc_auc_score: the AUC alone, one thread',
    };
  },
};

const bootstrap: Benchmark = {
  name: 'bootstrap-auc',
  size: 7043,
  async run() {
    const { columns, outcomes, accounts } = dataOf(7043, 1);
    // Pairs of rows belong to one account, so that whole accounts are drawn.
    const sample = { values: columns[0]!, outcomes, accounts: accounts.map((account) => account >> 1) };
    const draw = () => {
      const [low, high] = aucEstimate(sample, { resamples: 1000, seed: 1 }).interval!;
      return { low, high };
    };
    return {
      ...againstNotebook({ columns, outcomes, accounts }, 'bootstrap', draw, 0.02),
      ours: '1,000 account-bootstrap AUCs and their interval, one thread',
      peer: '1,000 times roc_auc_score of rows drawn again, one thread',
    };
  },
};

const benchmarks: readonly Benchmark[] = [metrics, area, bootstrap];
export default benchmarks;
