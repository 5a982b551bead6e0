import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../shared/stats/benjaminiHochberg.ts';
import { brierScore } from '../../shared/stats/brierScore.ts';
import { categoryDrift } from '../../shared/stats/categoryDrift.ts';
import { chiSquareTest } from '../../shared/stats/chiSquareTest.ts';
import { delong } from '../../shared/stats/delong.ts';
import { describeAgainstOutcome } from '../../shared/stats/describeAgainstOutcome.ts';
import { informationValue } from '../../shared/stats/informationValue.ts';
import { isotonicProbability, isotonicRegression } from '../../shared/stats/isotonicRegression.ts';
import { kolmogorovSmirnov } from '../../shared/stats/kolmogorovSmirnov.ts';
import { liftTable } from '../../shared/stats/liftTable.ts';
import { logLoss } from '../../shared/stats/logLoss.ts';
import { publishedCells } from '../../shared/stats/outcomeCells.ts';
import { plattProbability, plattScaling } from '../../shared/stats/plattScaling.ts';
import { reliability, reliabilityEdges } from '../../shared/stats/reliability.ts';
import { splitByOutcome } from '../../shared/stats/splitByOutcome.ts';
import { readReference } from '../datasets/readReference.ts';
import { shelf, shelfIsPresent, skipReason } from '../datasets/shelf.ts';
import { expectClose } from './expectClose.ts';
import { driftUnderReferenceNames } from './goldenStatistics.ts';

interface Reference {
  numeric_columns: string[];
  categorical_columns: string[];
  univariate: Record<string, unknown>[];
  categorical: { column: string; counts: Record<string, [number, number]>; [key: string]: unknown }[];
  cv: Record<'logistic_regression' | 'hist_gradient_boosting' | '_calibration_on_oof_lr', Record<string, never>>;
}

type Rows = Record<string, string>[];

// pandas, scipy 1.10, scikit-learn 1.2 and statsmodels 0.13 made reference.json of each set.
const sets: Record<
  string,
  { file: string; outcome: (row: Record<string, string>) => number; part?: string; only?: (row: Record<string, string>) => boolean }
> = {
  telco_ibm: { file: 'telco_customer_churn.csv', outcome: ({ Churn }) => Number(Churn === 'Yes') },
  ravenstack: { file: 'snapshots.csv', outcome: ({ churned_next_90d }) => Number(churned_next_90d), part: 'panel_churn_next_90d' },
  cdnow: { file: 'snapshots.csv', outcome: ({ churned }) => Number(churned), only: ({ snapshot_date }) => snapshot_date === '1997-09-30' },
};

/** Written to snapshots.csv with ten digits after the reference was made: values that were apart are equal there, and cells differ by a few rows. */
const rounded = ['spend', 'avg_order', 'spend_90d'];
const ofRounded = ['n', 'n_pos', 'auc', 'ks', 'point_biserial', 'spearman'];

describe.skipIf(!shelfIsPresent).each(Object.entries(sets))(`%s${skipReason}`, (name, { file, outcome, part, only = () => true }) => {
  const load = () => {
    const whole = JSON.parse(readFileSync(join(shelf, name, 'reference.json'), 'utf8'));
    const all = readReference(join(shelf, name, file));
    const rows = all.filter(only);
    return { whole, all, rows, reference: (part ? whole[part] : whole) as Reference, outcomes: Uint8Array.from(rows, outcome) };
  };

  it('gives every metric its reference numbers', () => {
    const { rows, reference, outcomes } = load();
    const accounts = Uint32Array.from(rows.keys());
    const found = reference.numeric_columns.map((column) =>
      describeAgainstOutcome({ values: numbers(rows, column), outcomes, accounts }, undefined, publishedCells),
    );
    for (const [index, one] of found.entries()) {
      const expected = reference.univariate[index]!;
      const [edges, events, nonEvents] = [
        one.cells.edges,
        [...one.cells.events, one.missing.events],
        [...one.cells.nonEvents, one.missing.nonEvents],
      ];
      const actual = {
        ...{ n: one.auc.n, n_missing: one.auc.nMissing, n_pos: one.auc.events, n_neg: one.auc.nonEvents, auc: one.auc.value },
        ...{ delong_lo: one.auc.interval?.[0], delong_hi: one.auc.interval?.[1], ks: one.kolmogorovSmirnov!.distance },
        ...{ point_biserial: one.correlation.value, point_biserial_p: one.correlation.p, point_biserial_ci: one.correlation.interval },
        ...{ spearman: one.spearman.value, spearman_p: one.spearman.p, mannwhitney_p: one.p },
        ...{
          iv_edges: edges,
          iv_events: events,
          iv_nonevents: nonEvents,
          iv: one.informationValue.value,
          iv_bins: one.informationValue.bins,
        },
        ...{ mi_binned_nats: one.mutualInformation!.value, mi_binned_bias: one.mutualInformation!.bias },
      };
      const isRounded = name === 'cdnow' && rounded.includes(String(expected.column));
      const keys = isRounded ? ofRounded : Object.keys(actual);
      expectClose(actual, Object.fromEntries(keys.map((key) => [key, expected[key]])), isRounded ? 1e-4 : 1e-7, String(expected.column));
    }
    expectClose(
      benjaminiHochberg(found.map(({ p }) => p)),
      reference.univariate.map(({ mannwhitney_q_bh }) => mannwhitney_q_bh),
      name === 'cdnow' ? 0.02 : 1e-7,
    );
  });

  it('gives every category its reference numbers', () => {
    const { rows, reference, outcomes } = load();
    for (const expected of reference.categorical) {
      const counts = new Map<string, [number, number]>();
      for (const [index, row] of rows.entries()) {
        const cell = counts.get(row[expected.column]!) ?? [0, 0];
        cell[outcomes[index]!]!++;
        counts.set(row[expected.column]!, cell);
      }
      const found = chiSquareTest([...counts.values()])!;
      const [nonEvents, events] = [0, 1].map((side) => [...counts.values()].map((cell) => cell[side]!));
      expectClose(
        { chi2: found.statistic, p: found.p, dof: found.degreesOfFreedom, min_expected: found.smallestExpected, cramers_v: found.cramersV },
        Object.fromEntries(['chi2', 'p', 'dof', 'min_expected', 'cramers_v'].map((key) => [key, expected[key]])),
        1e-8,
        expected.column,
      );
      expectClose(informationValue(events!, nonEvents!).value, expected.iv, 1e-9, expected.column);
    }
  });

  it('judges the published out-of-fold predictions alike', () => {
    const { reference } = load();
    const predictions = readReference(join(shelf, name, 'oof_predictions.csv'));
    const outcomes = numbers(predictions, 'y');
    for (const [model, column] of [
      ['logistic_regression', 'p_lr'],
      ['hist_gradient_boosting', 'p_hgb'],
    ] as const) {
      const probabilities = numbers(predictions, column);
      const split = splitByOutcome(probabilities, outcomes);
      const sampling = delong(split)!;
      const [brier, loss] = [brierScore(probabilities, outcomes)!, logLoss(probabilities, outcomes)!];
      const uniform = reliability(probabilities, outcomes, reliabilityEdges(probabilities, 10, 'uniform'))!;
      const quantiles = reliability(probabilities, outcomes, reliabilityEdges(probabilities, 10, 'quantile'))!;
      const actual = {
        ...{
          pooled_oof_auc: sampling.auc,
          delong_se: sampling.standardError,
          delong_lo: sampling.interval[0],
          delong_hi: sampling.interval[1],
        },
        ...{ ks: kolmogorovSmirnov(split.events, split.nonEvents)!.distance, brier: brier.value, brier_base: brier.ofRate },
        ...{ log_loss: loss.value, log_loss_base: loss.ofRate, ece_uniform10: uniform.expectedError, mce_uniform10: uniform.largestError },
        ece_quantile10: quantiles.expectedError,
        deciles: liftTable(probabilities, outcomes, { eventsLie: 'high' }).groups.map(
          ({ n, events, rate, lift, gain, cumulativeLift }) => ({
            ...{ n, events, rate, lift, cum_gain: gain, cum_lift: cumulativeLift },
          }),
        ),
      };
      const expected = reference.cv[model];
      expectClose(actual, Object.fromEntries(Object.keys(actual).map((key) => [key, withoutNumber(expected[key])])), 1e-8, model);
    }
  });

  it('calibrates them alike', () => {
    const { reference } = load();
    const predictions = readReference(join(shelf, name, 'oof_predictions.csv'));
    const [outcomes, probabilities] = [numbers(predictions, 'y'), numbers(predictions, 'p_lr')];
    const expected = reference.cv._calibration_on_oof_lr as Record<'platt' | 'isotonic', Record<string, number>>;
    const logits = probabilities.map((probability) => Math.log(probability / (1 - probability)));
    const platt = plattScaling(logits, outcomes)!;
    const byPlatt = logits.map((logit) => plattProbability(platt, logit));
    expectClose(
      { a: -platt.a, b: -platt.b, brier: brierScore(byPlatt, outcomes)!.value, log_loss: logLoss(byPlatt, outcomes)!.value },
      { a: expected.platt.a, b: expected.platt.b, brier: expected.platt.brier, log_loss: expected.platt.log_loss },
      1e-5,
    );
    const curve = isotonicRegression(probabilities, outcomes)!;
    const byIsotonic = probabilities.map((probability) => isotonicProbability(curve, probability));
    expect(new Set(curve.y).size).toBe(expected.isotonic.n_levels);
    expectClose([curve.x.length, brierScore(byIsotonic, outcomes)!.value], [expected.isotonic.n_knots, expected.isotonic.brier], 1e-9);
  });
});

describe.skipIf(!shelfIsPresent)(`drift${skipReason}`, () => {
  it.each([
    [
      'ravenstack',
      'drift_panel_halves',
      (row: Record<string, string>) => row.snapshot_date! <= '2023-12-31',
      (row: Record<string, string>) => row.snapshot_date! > '2023-12-31',
    ],
    [
      'cdnow',
      'drift_snapshots_first_vs_last',
      (row: Record<string, string>) => row.snapshot_date === '1997-06-30',
      (row: Record<string, string>) => row.snapshot_date === '1997-12-31',
    ],
  ] as const)('of %s between %s', (name, key, isBefore, isAfter) => {
    const rows = readReference(join(shelf, name, 'snapshots.csv'));
    const [before, after] = [rows.filter(isBefore), rows.filter(isAfter)];
    for (const expected of JSON.parse(readFileSync(join(shelf, name, 'reference.json'), 'utf8'))[key]) {
      const column = expected.column as string;
      if (name === 'cdnow' && rounded.includes(column)) continue;
      if ('levels' in expected) {
        const countsOf = (side: Rows) =>
          side.reduce((counts, row) => counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1), new Map<string, number>());
        const found = categoryDrift(countsOf(before), countsOf(after));
        expectClose(
          [found.stability!.value, found.homogeneity!.p, found.jensenShannon],
          [expected.psi, expected.p, expected.js_distance_base2],
          1e-8,
          column,
        );
      } else {
        const { column: _, ks_p_asymp: __, ks_p_exact: ___, ...compared } = expected;
        expectClose(driftUnderReferenceNames(numbers(before, column), numbers(after, column)), compared, 1e-7, column);
      }
    }
  });
});

function numbers(rows: Rows, column: string): Float64Array {
  return Float64Array.from(rows, (row) => (row[column]!.trim() === '' ? Number.NaN : Number(row[column])));
}

/** The reference numbers its tenths; ours are in order. */
function withoutNumber(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map(({ decile: _, ...rest }: Record<string, unknown>) => rest);
}
