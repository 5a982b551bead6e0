import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { Model } from '../../../../shared/model/model.ts';
import { ProbabilityCurve } from '../../../charts/ProbabilityCurve.tsx';
import { badSideText } from '../badSideText.ts';
import { CalibrationFigure } from '../CalibrationFigure.tsx';
import { Section } from '../Section.tsx';
import styles from './ProbabilityTab.module.css';

interface ProbabilityChartsProps {
  answer: CallOutput<'estimate-probability'>;
  bands: Pick<Model, 'cuts' | 'bands'>;
}

/** The curve from score to probability, and how well it held out of fold. */
export function ProbabilityCharts({ answer: { curve, calibration, basis }, bands }: ProbabilityChartsProps) {
  const sentence = useMemo(
    () => `Dashed: the edges of ${bands.bands.map(({ name }) => name).join(', ')}. Shaded: the 95 % interval of the curve.`,
    [bands.bands],
  );
  const events = badSideText(basis.outcome);
  if (curve.length === 0) return null;
  return (
    <Section title="From score to probability">
      <div className={styles.charts}>
        <ProbabilityCurve
          title={`Probability of ${events} by score`}
          sentence={sentence}
          points={curve}
          cuts={bands.cuts}
          outcome={events}
        />
        {calibration && <CalibrationFigure calibration={calibration} outcome={events} />}
      </div>
    </Section>
  );
}
