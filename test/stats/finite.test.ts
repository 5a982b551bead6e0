import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aucDifference } from '../../shared/stats/aucDifference.ts';
import { calibrationLine } from '../../shared/stats/calibrationLine.ts';
import { pearson, spearman } from '../../shared/stats/correlation.ts';
import { cuped } from '../../shared/stats/cuped.ts';
import { describeAgainstOutcome } from '../../shared/stats/describeAgainstOutcome.ts';
import { isotonicRegression } from '../../shared/stats/isotonicRegression.ts';
import { liftTable } from '../../shared/stats/liftTable.ts';
import { meanEstimate } from '../../shared/stats/meanEstimate.ts';
import { numberDrift } from '../../shared/stats/numberDrift.ts';
import { plattScaling } from '../../shared/stats/plattScaling.ts';
import { rankCorrelations } from '../../shared/stats/rankCorrelations.ts';
import { twoProportions } from '../../shared/stats/twoProportions.ts';
import { varianceInflation } from '../../shared/stats/varianceInflation.ts';
import { welch } from '../../shared/stats/welch.ts';

/** What a column of a book may hold: missing, ties, counts, amounts of any size. */
const value = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: -2, max: 2 }),
  fc.double({ min: -1e150, max: 1e150, noNaN: true }),
  fc.constantFrom(1e150, -1e150, 1e-300),
);
const rows = fc.array(
  fc.record({ value, other: value, outcome: fc.integer({ min: 0, max: 1 }), account: fc.integer({ min: 0, max: 6 }) }),
  { maxLength: 25 },
);

function expectFinite(result: unknown, where: string): void {
  if (typeof result === 'number') expect(Number.isFinite(result), `${where} is ${result}`).toBe(true);
  else if (ArrayBuffer.isView(result)) expectFinite([...(result as Float64Array)], where);
  else if (result !== null && typeof result === 'object')
    for (const [key, one] of Object.entries(result)) expectFinite(one, `${where}.${key}`);
}

it('never gives NaN or an infinite number, whatever the columns hold', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (all, repeats) => {
      const [values, others] = [all.map((row) => row.value), all.map((row) => row.other)];
      const outcomes = all.map(({ outcome }) => outcome);
      const accounts = all.map(({ account }, index) => (repeats ? account : index));
      const sample = { values, outcomes, accounts };
      const present = values.map((one) => (Number.isNaN(one) ? 0 : one));
      const shares = present.map((one) => 1 / (1 + Math.exp(-Math.max(-9, Math.min(9, one)))));
      const resampling = { resamples: 5 };
      expectFinite(
        {
          described: describeAgainstOutcome(sample),
          difference: aucDifference({ one: values, other: others, outcomes, accounts }, resampling),
          pearson: pearson(values, others),
          spearman: spearman(values, others),
          mean: meanEstimate(sample, resampling),
          drift: numberDrift(values, others),
          lift: liftTable(values, outcomes, { eventsLie: 'low' }),
          platt: plattScaling(present, outcomes),
          isotonic: isotonicRegression(present, outcomes),
          line: calibrationLine({ ...sample, values: shares }),
          correlations: rankCorrelations([values, others, outcomes]),
          inflation: varianceInflation(rankCorrelations([values, others, outcomes])),
          welch: welch(
            present,
            others.map((one) => (Number.isNaN(one) ? 1 : one)),
          ),
          cuped: cuped({ after: present, before: shares }, { after: shares, before: present }),
        },
        'result',
      );
    }),
    { numRuns: 150 },
  );
});

it('nor for any counts', () => {
  const cell = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(cell, cell, cell, cell, (events, others, eventsToo, othersToo) => {
      expectFinite(twoProportions(events, events + others, eventsToo, eventsToo + othersToo), 'two proportions');
    }),
  );
});
