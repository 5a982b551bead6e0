import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { PartNote } from '../PartNote.tsx';
import { PolarityNote } from '../PolarityNote.tsx';
import section from '../section.module.css';
import { useBeside } from '../useBeside.ts';
import { BesideSelect } from './BesideSelect.tsx';
import { OutcomesTable } from './OutcomesTable.tsx';
import { ScoreBands } from './ScoreBands.tsx';
import { ScoreCurves } from './ScoreCurves.tsx';
import { ScoreNumbers } from './ScoreNumbers.tsx';
import styles from './ScoreTab.module.css';
import { SlicesTable } from './SlicesTable.tsx';
import { TenthsTable } from './TenthsTable.tsx';

/** The draft's score against the outcome, and a second score beside it on the same observations. */
export function ScoreTab({ scope }: { scope: EvidenceScope }) {
  const { outcome, model, part } = scope;
  const { against } = useBeside();
  const { value, failure, progress, cancel } = useCall('measure-score', {
    outcome: outcome.id,
    scorer: { model },
    ...(against && { against }),
    ...part,
  });
  const known = value?.basis.outcome.id === outcome.id ? value : null;
  return (
    <div className={section.tab}>
      <div className={styles.bar}>
        <BesideSelect />
        <ProgressLine label="Measuring the score" progress={progress} onCancel={cancel} />
      </div>
      <PolarityNote outcome={outcome} />
      {known?.part && <PartNote part={known.part} />}
      <FailureNote failure={failure} />
      {known && (
        <>
          {known.difference && <p className={styles.sentence}>{known.difference.sentence}</p>}
          <div className={styles.worth} data-beside={known.other !== null}>
            <ScoreNumbers measured={known} />
            <ScoreBands measured={known} bands={model.bands} />
          </div>
          <ScoreCurves measured={known} />
          <TenthsTable measured={known} />
        </>
      )}
      <SlicesTable scope={scope} />
      <OutcomesTable scope={scope} against={against} />
    </div>
  );
}
