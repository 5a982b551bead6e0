import { useMemo } from 'react';
import type { Calibration } from '../../../shared/contract/scorePerformance.ts';
import { CalibrationChart } from '../../charts/CalibrationChart.tsx';
import { numberText } from '../../charts/numberText.ts';
import { basisText, rateText, valueOr } from './estimateText.ts';

const methods = { platt: 'Platt’s method', isotonic: 'isotonic regression' };

/** Predicted against observed, out of fold only. */
export function CalibrationFigure({ calibration, outcome }: { calibration: Calibration; outcome: string }) {
  const { bins, method, folds, expectedError } = calibration;
  const drawn = useMemo(
    () =>
      bins.map(({ predicted, observed }) => ({
        predicted,
        observed: observed.value,
        interval: observed.interval,
        basis: basisText(observed),
      })),
    [bins],
  );
  return (
    <CalibrationChart
      title={`Calibration on ${outcome}`}
      sentence={`By ${methods[method]}, out of fold (${numberText(folds)} folds by account): no observation is predicted by a curve it helped to fit. Mean error ${valueOr(expectedError, rateText)} in ${numberText(bins.length)} bins.`}
      bins={drawn}
    />
  );
}
