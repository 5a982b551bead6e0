import { useEffect, useRef } from 'react';
import type { Model } from '../../../../shared/model/model.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { WhyPanel } from '../../book/WhyPanel.tsx';
import { WarningNotes } from '../WarningNotes.tsx';
import styles from './WrongAccount.module.css';
import type { WrongLine } from './WrongLine.ts';

interface WrongAccountProps {
  line: WrongLine;
  model: Model;
  onClose: () => void;
}

/** Why one account scored as it did on the date before the outcome, and where its metrics contradict each other. */
export function WrongAccount({ line, model, onClose }: WrongAccountProps) {
  const currency = useStudy(({ draft }) => draft.definition.account?.currency ?? null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={frame} className={styles.account}>
      <WarningNotes label="Contradictions" sentences={line.conflicts} />
      <WhyPanel account={line.account} model={model} scored={{ model: model.id, asOf: line.asOf }} currency={currency} onClose={onClose} />
    </div>
  );
}
