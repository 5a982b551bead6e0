import { chooseCut } from '../../shared/calibration/chooseCut.ts';
import { thresholdCounts } from '../../shared/calibration/thresholdCounts.ts';
import { auc } from '../../shared/stats/auc.ts';
import { benjaminiHochberg } from '../../shared/stats/benjaminiHochberg.ts';
import { brierScore } from '../../shared/stats/brierScore.ts';
import { categoryDrift } from '../../shared/stats/categoryDrift.ts';
import { pearson, spearman } from '../../shared/stats/correlation.ts';
import { cuped } from '../../shared/stats/cuped.ts';
import { delong } from '../../shared/stats/delong.ts';
import { delongDifference } from '../../shared/stats/delongDifference.ts';
import { differenceInDifferences } from '../../shared/stats/differenceInDifferences.ts';
import { differenceOfProportions } from '../../shared/stats/differenceOfProportions.ts';
import { fisherExact } from '../../shared/stats/fisherExact.ts';
import { informationValue } from '../../shared/stats/informationValue.ts';
import { isotonicProbability, isotonicRegression } from '../../shared/stats/isotonicRegression.ts';
import { kolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnov.ts';
import { liftTable } from '../../shared/stats/liftTable.ts';
import { logLoss } from '../../shared/stats/logLoss.ts';
import { mutualInformation } from '../../shared/stats/mutualInformation.ts';
import { normalPValue } from '../../shared/stats/normal.ts';
import { numberDrift } from '../../shared/stats/numberDrift.ts';
import { plattProbability, plattScaling } from '../../shared/stats/plattScaling.ts';
import { populationStability } from '../../shared/stats/populationStability.ts';
import { accountsPerArm, accountsPerArmByCohen } from '../../shared/stats/powerOfTwoProportions.ts';
import { preTrend } from '../../shared/stats/preTrend.ts';
import { projectWeights } from '../../shared/stats/projectWeights.ts';
import { rankRows } from '../../shared/stats/RankedRows.ts';
import { reliability, reliabilityEdges } from '../../shared/stats/reliability.ts';
import { sampleRatio } from '../../shared/stats/sampleRatio.ts';
import { splitByOutcome } from '../../shared/stats/splitByOutcome.ts';
import { twoProportions } from '../../shared/stats/twoProportions.ts';
import { welch } from '../../shared/stats/welch.ts';
import { wilson } from '../../shared/stats/wilson.ts';

/** The input of a reference case; a name of a file stands for its columns. */
export type Input = Record<string, unknown>;
type ReadRows = (file: string) => Record<string, string>[];

const numbers = (list: unknown) => (list as (number | null)[]).map((value) => value ?? Number.NaN);
const column = (rows: Record<string, string>[], name: string) => rows.map((row) => (row[name] ? Number(row[name]) : Number.NaN));
const count = (value: unknown) => value as number;

/** Each statistic of the reference cases, with its results under the names the cases use. */
export const goldenStatistics: Record<string, (input: Input, read: ReadRows) => unknown> = {
  auc_delong(input, read) {
    const rows = input.file ? read(input.file as string) : null;
    const y = rows ? rows.map(({ outcome }) => (outcome === 'Poor' ? 1 : 0)) : numbers(input.y);
    const x = rows ? column(rows, (input.x as string).split(' ')[0]!) : numbers(input.x);
    const split = splitByOutcome(x, y);
    const sampling = delong(split);
    return {
      ...{ n: split.events.length + split.nonEvents.length, n_pos: split.events.length, n_neg: split.nonEvents.length },
      auc: auc(x, y),
      se: sampling?.standardError ?? null,
      lo: sampling?.interval[0] ?? null,
      hi: sampling?.interval[1] ?? null,
      ks: kolmogorovSmirnov(split.events, split.nonEvents)?.distance ?? null,
    };
  },
  delong_paired_test(input, read) {
    const rows = read(input.file as string);
    const outcomes = rows.map(({ outcome }) => (outcome === 'Poor' ? 1 : 0));
    const found = delongDifference(column(rows, input.a as string), column(rows, input.b as string), outcomes)!;
    return { z: found.z, p: found.p, ci: found.interval };
  },
  prob_metrics(input) {
    const [y, p] = [numbers(input.y), numbers(input.p)];
    return {
      ...{ auc: auc(p, y), brier: brierScore(p, y)!.value, brier_skill: brierScore(p, y)!.skill, log_loss: logLoss(p, y)!.value },
      ece5_uniform: reliabilityOf(y, p, 'uniform'),
      ece5_quantile: reliabilityOf(y, p, 'quantile'),
      deciles5: liftTable(p, y, { eventsLie: 'high', groups: 5 }).groups.map((group, index) => ({
        ...{ decile: index + 1, n: group.n, events: group.events, rate: group.rate, lift: group.lift },
        ...{ cum_gain: group.gain, cum_lift: group.cumulativeLift },
      })),
    };
  },
  log_loss_clip: ({ y, p }) => ({ eps_2_2e16: logLoss(numbers(p), numbers(y))!.value }),
  correlation({ x, y }) {
    const [ofRanks, ofValues] = [spearman(numbers(x), numbers(y)), pearson(numbers(x), numbers(y))];
    if (ofRanks.value === null && ofValues.value === null) return null;
    return {
      ...{ spearman: ofRanks.value, spearman_p: ofRanks.p },
      ...{ pearson: ofValues.value, pearson_p: ofValues.p, pearson_ci: ofValues.interval },
    };
  },
  point_biserial({ x, y }) {
    const { value, p, n } = pearson(numbers(y), numbers(x));
    return { r: value, p, df: n - 2 };
  },
  mutual_information({ a, b }) {
    const table = [0, 1, 2].map((row) =>
      [0, 1].map((place) => numbers(a).filter((one, index) => one === row && numbers(b)[index] === place).length),
    );
    return { nats: mutualInformation(table)!.value };
  },
  psi_counts_zero_cell: ({ ref, cur }) => ({ app_rule_add_half_to_every_cell: populationStability(numbers(ref), numbers(cur))!.value }),
  psi_counts: ({ ref, cur }) => populationStability(numbers(ref), numbers(cur))!.value,
  drift_numeric: (input, read) => driftUnderReferenceNames(...driftSamples(input, read)),
  drift_categorical({ ref, cur }) {
    const found = categoryDrift(new Map(Object.entries(ref as object)), new Map(Object.entries(cur as object)));
    return {
      ...{ levels: found.categories.length, n_ref: sum(found.counts.reference), n_cur: sum(found.counts.current) },
      ...{
        psi: found.stability!.value,
        chi2: found.homogeneity!.statistic,
        p: found.homogeneity!.p,
        dof: found.homogeneity!.degreesOfFreedom,
      },
      ...{ min_expected: found.homogeneity!.smallestExpected, cramers_v: found.homogeneity!.cramersV },
      ...{ js_distance_base2: found.jensenShannon, new_levels: found.appeared, gone_levels: found.vanished },
    };
  },
  iv_counts({ events, nonevents }) {
    const { value, weights } = informationValue(numbers(events), numbers(nonevents));
    return { app_rule: value, woe: weights };
  },
  bh: ({ p }) => benjaminiHochberg(p as (number | null)[]),
  isotonic({ x, y, predict }) {
    const curve = isotonicRegression(numbers(x), numbers(y))!;
    return { x_knots: curve.x, y_knots: curve.y, pred: numbers(predict).map((score) => isotonicProbability(curve, score)) };
  },
  platt({ score, y }) {
    const curve = plattScaling(numbers(score), numbers(y))!;
    return { A: curve.a * 100, B: curve.b, p: numbers(score).map((one) => plattProbability(curve, one)) };
  },
  thresholds: ({ score, churned }) => thresholdsUnderReferenceNames(numbers(score), numbers(churned)),
  two_proportions({ k1, n1, k2, n2 }) {
    const found = twoProportions(count(k1), count(n1), count(k2), count(n2))!;
    const pooled = found.test === 'pooled z' || found.z === null ? found.p : normalPValue(found.z);
    const fisher = fisherExact(count(k1), count(n1), count(k2), count(n2));
    return { diff: found.difference, z: found.z, p: pooled, newcombe: found.interval, fisher_p: fisher };
  },
  wilson: ({ k, n }) => wilson(count(k), count(n)),
  did_proportions({ cells_n_events }) {
    const cells = cells_n_events as Record<string, [number, number]>;
    const cell = (name: string) => ({ n: cells[name]![0], events: cells[name]![1] });
    const found = differenceOfProportions({
      ...{ treatedBefore: cell('t0'), treatedAfter: cell('t1'), othersBefore: cell('c0'), othersAfter: cell('c1') },
    })!;
    return { did: found.value, se: found.standardError, z: found.z, p: found.p, ci: found.interval };
  },
  project_weights: ({ raw, lo, hi }) => projectWeights(numbers(raw), numbers(lo), numbers(hi)) ?? 'infeasible: sum(lo) > 100',
  did_panel(input, read) {
    const rows = read(input.file as string);
    const names = [...new Set(rows.map(({ account }) => account))];
    const [values, treated, post, period] = ['y', 'treated', 'post', 'period'].map((name) => column(rows, name)) as [
      number[],
      number[],
      number[],
      number[],
    ];
    const accounts = rows.map(({ account }) => names.indexOf(account));
    const found = differenceInDifferences({ values, accounts, treated, post })!;
    const before = (arm: number) => [...rows.keys()].filter((row) => post[row] === 0 && treated[row] === arm);
    const trendOf = (arm: number) => ({ values: before(arm).map((row) => values[row]!), periods: before(arm).map((row) => period[row]!) });
    const trend = preTrend(trendOf(1), trendOf(0))!;
    return {
      ...{ did: found.value, se_cluster: found.standardError, t: found.t, p: found.p, ci: found.interval, df: found.accounts - 1 },
      ...{ pretrend_diff: trend.difference, pretrend_se: trend.standardError },
    };
  },
  cuped(input, read) {
    const [one, other] = [1, 0].map((arm) => ({
      after: inPeriod(read(input.file as string), 3, arm),
      before: inPeriod(read(input.file as string), 1, arm),
    }));
    const found = cuped(one!, other!)!;
    return {
      ...{ theta: found.theta, rho: found.correlation, diff_raw: found.raw.difference, diff: found.adjusted.difference },
      ...{ se_raw: found.raw.standardError, se: found.adjusted.standardError, covariate_balance_diff: found.balance.difference },
    };
  },
  welch(input, read) {
    const found = welch(inPeriod(read(input.file as string), 3, 1), inPeriod(read(input.file as string), 3, 0))!;
    return { t: found.t, p: found.p };
  },
  power_two_proportions({ p1, p2, power }) {
    const byCohen = accountsPerArmByCohen(count(p1), count(p2), count(power))!;
    return {
      cohens_h: byCohen.effect,
      n_per_arm: byCohen.accounts,
      n_per_arm_pooled_formula: accountsPerArm(count(p1), count(p2), count(power)),
    };
  },
  srm({ observed, planned }) {
    const { statistic, p } = sampleRatio(numbers(observed), numbers(planned))!;
    return { chi2: statistic, p };
  },
};

/** What numberDrift finds, under the names of the reference. */
export function driftUnderReferenceNames(reference: ArrayLike<number>, current: ArrayLike<number>): unknown {
  const found = numberDrift(reference, current);
  const sizes = {
    ...{ n_ref: found.n.reference, n_cur: found.n.current },
    ...{ miss_ref: found.missing.reference / found.n.reference, miss_cur: found.missing.current / found.n.current },
  };
  if (found.cells === null) return sizes;
  const test = found.missingDifference!;
  return {
    ...sizes,
    ...{ cells: found.cells, psi_ref_counts: found.counts!.reference, psi_cur_counts: found.counts!.current },
    ...{ psi: found.stability!.value, psi_cells: found.stability!.cells, psi_present_only: found.stabilityOfPresent!.value },
    ...{ psi_null_mean: found.stability!.noiseMean, psi_null_p95: found.stability!.noiseLine, outside_ref_range: found.outside },
    ...{ missing_diff_z_p: test.z === null ? null : normalPValue(test.z), ks: found.distance, ks_p_kolmogorov: found.p },
    ...{ wasserstein: found.wasserstein, wasserstein_over_sd_ref: found.wassersteinInDeviations, js_distance_base2: found.jensenShannon },
    ...{ mean_ref: found.means!.reference, mean_cur: found.means!.current },
  };
}

function driftSamples(input: Input, read: ReadRows): [number[], number[]] {
  if (input.file) {
    const rows = read(input.file as string);
    // The shorter sample ends before the file does; 420 and 290 rows, missing ones among them.
    return [column(rows, 'ref').slice(0, 420), column(rows, 'cur').slice(0, 290)];
  }
  if (typeof input.cur !== 'string') return [numbers(input.ref), numbers(input.cur)];
  const counting = Array.from({ length: 50 }, (_, index) => index + 1);
  const isRising = input.cur === '0 x50 then 1..50';
  return [numbers(input.ref), [...Array<number>(50).fill(isRising ? 0 : 9), ...counting.map((value) => (isRising ? value : -value))]];
}

function reliabilityOf(y: number[], p: number[], strategy: 'uniform' | 'quantile'): unknown {
  const { expectedError, largestError, edges, bins } = reliability(p, y, reliabilityEdges(p, 5, strategy))!;
  const named = bins.map(({ bin, n, predicted, observed, interval }) => ({
    ...{ bin, n, mean_pred: predicted, obs_rate: observed, wilson_lo: interval[0], wilson_hi: interval[1] },
  }));
  return { ece: expectedError, mce: largestError, edges, bins: named };
}

/** Nobody flagged, then every cut between two scores, then everybody. */
function thresholdsUnderReferenceNames(scores: number[], outcomes: number[]): unknown {
  const counts = thresholdCounts(rankRows({ values: scores, outcomes, accounts: scores.map((_, index) => index) }));
  const rowOf = (flagged: number, tp: number) => {
    const [fp, fn] = [flagged - tp, counts.events - tp];
    const tn = counts.rows - counts.events - fp;
    const youden = tp / (tp + fn) + tn / (tn + fp) - 1;
    return { tp, fp, fn, tn, youden, cost_fn5_fp1: 5 * fn + fp, flagged_share: flagged / counts.rows };
  };
  const table = [0, ...counts.below, counts.rows].map((flagged, cut) => rowOf(flagged, [0, ...counts.eventsBelow, counts.events][cut]!));
  const all = { first: 0, last: counts.below.length - 1 };
  return {
    table,
    youden_best: table[1 + chooseCut(counts, { way: 'youden' }, all)!],
    cost_best: table[1 + chooseCut(counts, { way: 'cost', ratio: 5 }, all)!],
    target_share_25pct: table.filter((row) => row.flagged_share <= 0.25).at(-1),
  };
}

function inPeriod(rows: Record<string, string>[], period: number, arm: number): number[] {
  return rows.filter((row) => row.period === String(period) && row.treated === String(arm)).map(({ y }) => Number(y));
}

const sum = (counts: number[]) => counts.reduce((total, one) => total + one, 0);
