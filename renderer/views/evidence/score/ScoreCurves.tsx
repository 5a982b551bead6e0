import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { GroupRates } from '../../../charts/GroupRates.tsx';
import { numberText, percentText } from '../../../charts/numberText.ts';
import { heightAt, UnitCurves } from '../../../charts/UnitCurves.tsx';
import { badSideText } from '../badSideText.ts';
import { CalibrationFigure } from '../CalibrationFigure.tsx';
import { basisText, estimateText, indexText, rateWords } from '../estimateText.ts';
import { rateGroup } from '../rateGroups.ts';
import { Section } from '../Section.tsx';
import { partWord } from './partWord.ts';
import styles from './ScoreTab.module.css';

type Measured = CallOutput<'measure-score'>;

/** Rates by tenth; ROC, cumulative gains, and probability against what happened where the outcome is yes or no. */
export function ScoreCurves({ measured }: { measured: Measured }) {
  const { score, scorer, against, basis } = measured;
  const drawn = useMemo(() => drawnOf(measured), [measured]);
  const part = partWord(score);
  const events = badSideText(basis.outcome);
  return (
    <Section title="By score" about={against ? `${scorer.name}; dashed or outlined: ${against.name}` : scorer.name}>
      <div className={styles.charts}>
        <GroupRates
          {...rateWords(basis.outcome)}
          title={`${basis.outcome.name} by ${part} of the scores`}
          sentence={`Equal parts of the observations by score, each with its 95 % interval.`}
          groups={drawn.tenths}
          other={drawn.otherTenths}
          overall={null}
          groupLabel={`${part} of the scores, lowest first`}
        />
        {score.roc.length > 0 && (
          <UnitCurves
            title={`ROC on ${basis.outcome.name}`}
            sentence={score.auc ? `The area below is the AUC: ${estimateText(score.auc, indexText)}; ${basisText(score.auc)}.` : ''}
            own={drawn.roc}
            other={drawn.otherRoc}
            xLabel="share of the others"
            yLabel={`share of the events: ${events}`}
          />
        )}
        {score.gains.length > 0 && (
          <UnitCurves
            title={`Cumulative gains on ${basis.outcome.name}`}
            sentence={`The fifth of the observations with the lowest scores holds ${percentText(heightAt(drawn.gains, 0.2))} of the events: ${events}.`}
            own={drawn.gains}
            other={drawn.otherGains}
            xLabel="share of the observations, lowest scores first"
            yLabel={`share of the events: ${events}`}
          />
        )}
        {score.calibration && <CalibrationFigure calibration={score.calibration} outcome={events} />}
      </div>
    </Section>
  );
}

/** What the charts draw, made once an answer. */
function drawnOf({ score, other, scorer, against }: Measured) {
  const tenths = (of: Measured['score']) => of.tenths.map((part, index) => rateGroup(numberText(index + 1), part));
  const name = against?.name ?? '';
  return {
    tenths: tenths(score),
    otherTenths: other ? { name, ownName: scorer.name, groups: tenths(other) } : undefined,
    roc: { name: scorer.name, points: score.roc },
    gains: { name: scorer.name, points: score.gains },
    otherRoc: other ? { name, points: other.roc } : undefined,
    otherGains: other ? { name, points: other.gains } : undefined,
  };
}
