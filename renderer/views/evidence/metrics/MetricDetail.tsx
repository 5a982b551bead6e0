import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MetricEvidence } from '../../../../shared/contract/metricEvidence.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import { warningTexts } from '../estimateText.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { WarningNotes } from '../WarningNotes.tsx';
import { CurveActions } from './CurveActions.tsx';
import { CutEditor } from './CutEditor.tsx';
import styles from './MetricDetail.module.css';
import { MetricNumbers } from './MetricNumbers.tsx';
import { RateChart } from './RateChart.tsx';

interface MetricDetailProps {
  scope: EvidenceScope;
  evidence: MetricEvidence;
  onClose: () => void;
}

/** One metric: the outcome rate in each bin over the draft's curve, at cut points that can be moved, and what its numbers rest on. */
export function MetricDetail({ scope, evidence, onClose }: MetricDetailProps) {
  const { outcome, model, part } = scope;
  const [cuts, setCuts] = useState<readonly number[] | null>(null);
  const { value, failure, progress, cancel } = useCall('measure-metric', {
    metric: evidence.metric,
    outcome: outcome.id,
    model,
    ...(cuts && { cuts: [...cuts] }),
    ...part,
  });
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const known = value?.metric === evidence.metric ? value : null;
  const suspicions = evidence.suspicions.map(({ sentence }) => sentence);
  return (
    <section ref={frame} className={styles.detail} aria-label={`${evidence.name} against ${outcome.name}`}>
      <header className={styles.head}>
        <h2>{evidence.name}</h2>
        <Button icon tone="quiet" aria-label="Close the metric" onClick={onClose}>
          <X />
        </Button>
      </header>
      <p>{evidence.direction.sentence}</p>
      <FailureNote failure={failure} />
      <ProgressLine label={`Counting ${evidence.name}`} progress={known && cuts ? null : progress} onCancel={cancel} />
      {known && (
        <>
          <RateChart metric={known} cuts={cuts ?? known.cuts} onCuts={setCuts} />
          <CutEditor metric={known} cuts={cuts ?? known.cuts} isEdited={cuts !== null} onCuts={setCuts} />
          <CurveActions scope={scope} metric={known} onCuts={setCuts} />
        </>
      )}
      <WarningNotes label="To know about this metric" sentences={[...suspicions, ...warningTexts(evidence.warnings, known?.warnings)]} />
      <MetricNumbers evidence={evidence} outcome={outcome} />
    </section>
  );
}
