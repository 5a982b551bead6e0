import type { ScoredBook } from '../../../shared/contract/scoringCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { cutsOf } from '../../charts/bandRange.ts';
import type { Measure } from '../../charts/describeBook.ts';
import { countText, moneyText } from '../../charts/numberText.ts';
import { SmallHistogram } from '../../charts/SmallHistogram.tsx';
import { bandBars } from '../../charts/scoreBars.ts';
import styles from './SegmentPictures.module.css';

interface SegmentPicturesProps {
  book: ScoredBook;
  model: Model;
  measure: Measure;
}

/** Points of the score that a bar covers. */
const barWidth = 5;

/** How the scores lie in each segment, by its own cuts, every picture to its own height. The table below says the same in numbers. */
export function SegmentPictures({ book, model, measure }: SegmentPicturesProps) {
  const edges = [...book.histogram.map(({ from }) => from), 100];
  return (
    <ul className={styles.pictures} aria-label="Health scores by segment">
      {book.segments
        .filter(({ accounts }) => accounts > 0)
        .map((segment) => {
          const amounts = segment.histogram.map((bin) => bin[measure]);
          const stacks = bandBars(edges, amounts, cutsOf(model, segment.id), barWidth);
          return (
            <li key={segment.id}>
              <SmallHistogram frame={{ stacks, outline: null, width: barWidth }} bands={model.bands} />
              <strong className={styles.name} title={segment.name}>
                {segment.name}
              </strong>
              <span className={styles.words}>
                {measure === 'accounts' ? countText(segment.accounts, 'account') : moneyText(segment.revenue, book.currency)}
              </span>
            </li>
          );
        })}
    </ul>
  );
}
