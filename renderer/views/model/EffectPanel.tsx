import { useEffect, useMemo } from 'react';
import type { Model } from '../../../shared/model/model.ts';
import { BandShares } from '../../charts/BandShares.tsx';
import { nameShares } from '../../charts/describeBook.ts';
import { countText, differenceText, percentText, scoreText } from '../../charts/numberText.ts';
import { ScoreHistogram } from '../../charts/ScoreHistogram.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { announce } from '../../state/announcements.ts';
import { useCall } from '../../state/useCall.ts';
import { useView } from '../../state/viewStore.ts';
import { Advice } from './Advice.tsx';
import styles from './EffectPanel.module.css';
import type { ModelEditor } from './useModelEditor.ts';

interface EffectPanelProps {
  editor: ModelEditor;
  /** The model as it was: what the draft is compared with. */
  baseline: Model;
  onCompareFromHere: () => void;
}

/** What the draft does to the book: its scores and band shares beside those of the model it is compared with. */
export function EffectPanel({ editor, baseline, onCompareFromHere }: EffectPanelProps) {
  const { model } = editor;
  const asOf = useView((state) => state.asOf);
  const when = asOf === null ? {} : { asOf };
  const changed = useMemo(() => JSON.stringify(model) !== JSON.stringify(baseline), [model, baseline]);
  const draft = useCall('score-book', { model, ...when });
  const before = useCall('score-book', { model: baseline, ...when });
  const book = draft.failure === null && draft.value?.model.id === model.id ? draft.value : null;
  const reference = changed ? before.value : null;
  const shares = useMemo(() => (book ? nameShares(book.bands, model.bands) : []), [book, model.bands]);
  const compared = useMemo(
    () => (reference ? { shares: nameShares(reference.bands, baseline.bands), name: 'before', ownName: 'draft' } : undefined),
    [reference, baseline.bands],
  );
  const worst = shares[0];
  const worstBefore = compared?.shares.find(({ id }) => id === worst?.id);
  const spoken =
    worst && worstBefore
      ? `${worst.name} ${percentText(worst.shareOfAccounts, 1)} of accounts, was ${percentText(worstBefore.shareOfAccounts, 1)}`
      : '';

  useEffect(() => {
    if (spoken !== '') announce(spoken, 900);
  }, [spoken]);

  return (
    <div className={styles.effect}>
      <Panel
        title="Effect on the book"
        about={changed ? 'outline: before' : 'no difference yet'}
        actions={
          changed && (
            <Button onClick={onCompareFromHere} title="Take the draft as what further changes are compared with">
              Compare from here
            </Button>
          )
        }
      >
        <FailureNote failure={draft.failure} />
        <ProgressLine label="Scoring the draft" progress={book ? null : draft.progress} onCancel={draft.cancel} />
        {book && (
          <div className={styles.charts}>
            <ScoreHistogram
              title={`Scores of the draft, ${book.asOf}`}
              book={book}
              bands={model.bands}
              cuts={model.cuts}
              measure="accounts"
              baseline={reference ?? undefined}
              height={180}
            />
            <BandShares title={`Bands of the draft, ${book.asOf}`} shares={shares} currency={book.currency} baseline={compared} />
            {reference && <p>{effectSentence(book.mean, reference.mean, shares, compared?.shares ?? [])}</p>}
          </div>
        )}
      </Panel>
      <Advice editor={editor} />
    </div>
  );
}

type Shares = ReturnType<typeof nameShares>;

function effectSentence(mean: number | null, meanBefore: number | null, shares: Shares, before: Shares): string {
  const moved = shares
    .map((share) => ({ share, change: share.accounts - (before.find(({ id }) => id === share.id)?.accounts ?? 0) }))
    .filter(({ change }) => change !== 0)
    .map(({ share, change }) => `${share.name} ${change > 0 ? 'gains' : 'loses'} ${countText(Math.abs(change), 'account')}`);
  const shift = mean !== null && meanBefore !== null ? ` The mean score is ${scoreText(mean)} (${differenceText(mean - meanBefore)}).` : '';
  return `${moved.length === 0 ? 'No band gains or loses accounts.' : `${moved.join(', ')}.`}${shift}`;
}
