import { useState } from 'react';
import type { CurveOf } from '../../../shared/model/curve.ts';
import type { Leaf } from '../../../shared/model/model.ts';
import { countText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { useHost } from '../../state/host.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { useView } from '../../state/viewStore.ts';
import styles from './CurveFields.module.css';
import type { ModelEditor } from './useModelEditor.ts';

interface FreezeReferenceProps {
  editor: ModelEditor;
  leaf: Leaf;
  curve: CurveOf<'percentile'> | CurveOf<'z-score'>;
}

/** Takes the book's distribution into the model as the reference that a percentile or z-score compares with; an explicit step. */
export function FreezeReference({ editor, leaf, curve }: FreezeReferenceProps) {
  const { invoke } = useHost();
  const { fail, tell } = useNotices();
  const asOf = useView((state) => state.asOf);
  const [running, setRunning] = useState(false);
  const isFrozen = curve.kind === 'percentile' ? curve.knots.length > 0 : curve.reference !== null;
  const size = curve.kind === 'percentile' ? `${countText(curve.knots.length, 'stored value')}` : '';

  const freeze = async (perSegment: boolean) => {
    setRunning(true);
    try {
      const { model, notices } = await invoke('freeze-references', {
        model: editor.model,
        ...(asOf !== null && { asOf }),
        leaves: [leaf.id],
        perSegment,
      });
      editor.change(`freezing the reference of ${leaf.id}`, () => model);
      for (const notice of notices) tell(notice);
    } catch (failure) {
      fail(failure);
    } finally {
      setRunning(false);
    }
  };

  return (
    <div className={styles.row}>
      <span className={styles.grow}>
        {isFrozen
          ? `The reference is frozen${curve.frozenOn ? ` as of ${curve.frozenOn}` : ''}${size && ` (${size})`}; yesterday's score can be computed again.`
          : 'Without a frozen reference this metric earns no points.'}
      </span>
      <Button disabled={running} onClick={() => void freeze(false)}>
        {isFrozen ? 'Freeze again from the book' : 'Freeze from the book'}
      </Button>
      {editor.model.segments.length > 0 && (
        <Button disabled={running} onClick={() => void freeze(true)}>
          … per segment
        </Button>
      )}
    </div>
  );
}
