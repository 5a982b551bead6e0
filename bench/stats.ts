import { aucEstimate } from '../shared/stats/aucEstimate.ts';
import { benjaminiHochberg } from '../shared/stats/benjaminiHochberg.ts';
import { delong } from '../shared/stats/delong.ts';
import { describeAgainstOutcome } from '../shared/stats/describeAgainstOutcome.ts';
import { publishedCells } from '../shared/stats/outcomeCells.ts';
import { presentOrder } from '../shared/stats/presentOrder.ts';
import { rankCorrelations } from '../shared/stats/rankCorrelations.ts';
import { redundancyGroups } from '../shared/stats/redundancyGroups.ts';
import { splitByOutcome } from '../shared/stats/splitByOutcome.ts';
import { varianceInflation } from '../shared/stats/varianceInflation.ts';
import { againstNotebook, dataOf, type NotebookData } from './againstNotebook.ts';
import type { Benchmark } from './Benchmark.ts';

const notebook = 'bench/peers/statisticsNotebook.py';

function allMetrics({ columns, outcomes, accounts }: NotebookData): Record<string, number> {
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
      ...(await againstNotebook(notebook, data, 'metrics', () => allMetrics(data), 1e-6)),
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
      ...(await againstNotebook(
        notebook,
        data,
        'area',
        () => ({ auc: delong(splitByOutcome(data.columns[0]!, data.outcomes))!.auc }),
        1e-9,
      )),
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
      ...(await againstNotebook(notebook, { columns, outcomes, accounts }, 'bootstrap', draw, 0.02)),
      ours: '1,000 account-bootstrap AUCs and their interval, one thread',
      peer: '1,000 times roc_auc_score of rows drawn again, one thread',
    };
  },
};

const benchmarks: readonly Benchmark[] = [metrics, area, bootstrap];
export default benchmarks;
