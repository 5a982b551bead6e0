import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { CalibrationChart } from '../../../charts/CalibrationChart.tsx';
import { numberText, percentText } from '../../../charts/numberText.ts';
import { heightAt, UnitCurves } from '../../../charts/UnitCurves.tsx';
import { basisText, estimateText, indexText } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import styles from './ScoreTab.module.css';

const methods = { platt: 'Platt', isotonic: 'isotonic regression' };

/** ROC, cumulative gains, and probability against what happened; nothing for an outcome that is a number. */
export function ScoreCurves({ measured }: { measured: CallOutput<'measure-score'> }) {
  const { score, other, scorer, against, basis } = measured;
  const curves = useMemo(
    () => ({
      roc: { name: scorer.name, points: score.roc },
      gains: { name: scorer.name, points: score.gains },
      otherRoc: other && against ? { name: against.name, points: other.roc } : undefined,
      otherGains: other && against ? { name: against.name, points: other.gains } : undefined,
    }),
    [score, other, scorer, against],
  );
  const calibration = score.calibration;
  const bins = useMemo(
    () =>
      calibration?.bins.map(({ predicted, observed }) => ({
        predicted,
        observed: observed.value,
        interval: observed.interval,
        basis: basisText(observed),
      })) ?? [],
    [calibration],
  );
  if (score.roc.length === 0) return null;
  return (
    <Section title="Curves" about={`${scorer.name}${against ? `; dashed: ${against.name}` : ''}`}>
      <div className={styles.charts}>
        <UnitCurves
          title={`ROC on ${basis.outcome.name}`}
          sentence={score.auc ? `The area below is the AUC: ${estimateText(score.auc, indexText)}; ${basisText(score.auc)}.` : ''}
          own={curves.roc}
          other={curves.otherRoc}
          xLabel="share of the others below the score"
          yLabel="share of the events below the score"
        />
        <UnitCurves
          title={`Cumulative gains on ${basis.outcome.name}`}
          sentence={`The worst fifth of the observations holds ${percentText(heightAt(curves.gains, 0.2))} of the events.`}
          own={curves.gains}
          other={curves.otherGains}
          xLabel="share of the observations, worst scores first"
          yLabel="share of all events"
        />
        {calibration && (
          <CalibrationChart
            title={`Calibration on ${basis.outcome.name}`}
            sentence={`By ${methods[calibration.method]}, out of fold (${numberText(calibration.folds)} folds by account): no observation is predicted by a curve it helped to fit.`}
            bins={bins}
          />
        )}
      </div>
    </Section>
  );
}
