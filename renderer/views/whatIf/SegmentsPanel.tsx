import { cutsOf } from '../../charts/bandRange.ts';
import { countText, percentText } from '../../charts/numberText.ts';
import { SmallHistogram } from '../../charts/SmallHistogram.tsx';
import { classes } from '../../parts/classes.ts';
import { Panel } from '../../parts/Panel.tsx';
import { Delta } from './Delta.tsx';
import { type Frame, type SegmentBook, useFrames } from './frameStore.ts';
import { pictureOf } from './picture.ts';
import styles from './SegmentsPanel.module.css';
import { bandShifts, shareOf } from './shifts.ts';
import { useWhatIf } from './whatIfStore.ts';

/** Every segment's own picture; choosing one limits the whole screen to it. */
export function SegmentsPanel({ currency }: { currency: string | null }) {
  const segments = useFrames(({ frame }) => frame?.segments ?? null);
  const { slice, look } = useWhatIf();
  if (!segments || segments.books.length < 2) return null;
  const { books } = segments;
  return (
    <Panel title="By segment" about="filled: draft · outline: baseline · choose one to see only it">
      <ul className={styles.segments}>
        {books.map((segment) => (
          <li key={segment.id}>
            <button
              type="button"
              className={classes(styles.segment, slice === segment.id && styles.chosen)}
              aria-pressed={slice === segment.id}
              onClick={() => look({ slice: slice === segment.id ? null : segment.id, cell: null })}
            >
              <SegmentPicture segment={segment} of={segments} currency={currency} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function SegmentPicture({
  segment: { id, name, outline, book },
  of: { model, sides },
  currency,
}: {
  segment: SegmentBook;
  of: NonNullable<Frame['segments']>;
  currency: string | null;
}) {
  const cuts = cutsOf(model, id);
  const frame = pictureOf({ book, outline }, [{ book, cuts }], { bands: sides.after, cuts, measure: 'accounts', currency, width: 5 });
  const worst = bandShifts(book, sides.before, sides.after)[0];
  const share = worst && shareOf(worst, book, 'accounts');
  return (
    <>
      <SmallHistogram frame={frame} bands={sides.after} />
      <strong className={styles.name}>{name}</strong>
      <span className={styles.words}>{countText(book.accounts, 'account')}</span>
      {worst && share && share.after !== null && (
        <span className={styles.words}>
          {worst.place.name} {percentText(share.after, 1)}{' '}
          <Delta value={share.before === null ? null : (share.after - share.before) * 100} decimals={1} unit="pts" good="down" />
        </span>
      )}
    </>
  );
}
