import { suggestCurve as binMetric } from '../../../../shared/calibration/suggestCurve.ts';
import { Failure } from '../../../../shared/failure.ts';
import { calibrationRows } from '../calibrationRows.ts';
import { numberBins } from '../metricBins.ts';
import { metricNumbers } from '../metricColumns.ts';
import type { Run } from './makeRun.ts';

/** A steps curve for a metric from what happened on the proof set, with the rate of every bin. */
export const suggestCurve: Run<'suggest-curve'> = {
  takes: 'nothing',
  async make({ metric: id, direction }, { evidence }) {
    const { rows, options, isYesNo, resampling, proof } = evidence;
    const metric = proof.observations.definition.metrics.find((one) => one.id === id);
    if (!metric) throw new Failure('metric-unknown', { metric: id });
    const without = { curve: null, bins: [], informationValue: null, warnings: [] };
    if (metric.valueType === 'category')
      return { ...without, sentence: `${metric.name} has categories without an order; see the rate of each, and give it points by hand.` };
    const [values] = await metricNumbers(rows, [id], options);
    const { curve, cuts, informationValue, sentence, warnings } = binMetric(values!, calibrationRows(evidence, rows), direction);
    const { outcomes, accounts, accountCount, revenue } = rows;
    const { bins } = numberBins(values!, cuts, { outcomes, accounts, accountCount, revenue, isYesNo, resampling });
    return { curve, bins, informationValue, sentence, warnings };
  },
};
