import { useMemo } from 'react';
import { scoreText } from '../../../charts/numberText.ts';
import { useView } from '../../../state/viewStore.ts';
import { estimateText, warningTexts } from '../estimateText.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { FitBar } from '../fits/FitBar.tsx';
import { RunLine } from '../fits/RunLine.tsx';
import { useFit } from '../fits/useFit.ts';
import section from '../section.module.css';
import { WarningNotes } from '../WarningNotes.tsx';
import { AtRiskAccounts } from './AtRiskAccounts.tsx';
import { AtRiskBands } from './AtRiskBands.tsx';
import { BacktestTable } from './BacktestTable.tsx';
import { ProbabilityCharts } from './ProbabilityCharts.tsx';
import styles from './ProbabilityTab.module.css';

/** From score to probability within the horizon: per band and account, with what the last backtest predicted and what then happened. */
export function ProbabilityTab({ scope: { outcome, model, gate } }: { scope: EvidenceScope }) {
  const asOf = useView((state) => state.asOf);
  const wanted = useMemo(
    () => ({ outcome: outcome.id, scorer: { model }, limit: 1000, ...(asOf !== null && { asOf }) }),
    [outcome.id, model, asOf],
  );
  const fit = useFit('estimate-probability', wanted);
  const answer = fit.value;
  return (
    <div className={section.tab}>
      <FitBar fit={fit} gate={gate} needs="anchored" action="Estimate probabilities" label="Estimating probabilities" />
      {answer && (
        <>
          {answer.sentence && <p className={styles.sentence}>{answer.sentence}</p>}
          <p className={styles.sentence}>{answer.backtestSentence}</p>
          <p>
            Probability {outcome.polarity === 'bad' && `of ${outcome.name} `}
            {answer.horizon}, for the book of {answer.asOf} scored by {answer.scorer.name}.
            {answer.pointsToDouble !== null &&
              ` ${estimateText({ value: answer.pointsToDouble, interval: answer.pointsToDoubleInterval }, scoreText)} points of the score double the odds.`}
          </p>
          <WarningNotes label="To know about these probabilities" sentences={warningTexts(answer.warnings, answer.calibration?.warnings)} />
          <ProbabilityCharts answer={answer} bands={model} />
          <AtRiskBands answer={answer} />
          <BacktestTable answer={answer} />
          <AtRiskAccounts answer={answer} bands={model.bands} />
          <RunLine run={answer.run} basis={answer.basis} />
        </>
      )}
    </div>
  );
}
