import { countText, differenceText, scoreText } from '../../charts/numberText.ts';
import { type Frame, useFrames } from './frameStore.ts';

/** What the histogram says, at every frame. */
export function PictureSentence() {
  const frame = useFrames((state) => state.frame);
  return frame && pictureSentence(frame);
}

/** "The mean score is 71.2 (-1.3 against the baseline). 12 accounts have not enough data." */
export function pictureSentence({ book, outline }: Pick<Frame, 'book' | 'outline'>): string {
  if (book.accounts === 0) return 'No account is in this slice of the book.';
  if (book.mean === null) return `No account has a score: ${countText(book.accounts, 'account')} without enough data.`;
  const change = outline?.mean == null ? null : book.mean - outline.mean;
  const shift =
    change === null ? '' : Math.abs(change) < 0.05 ? ', as in the baseline' : ` (${differenceText(change)} against the baseline)`;
  const withheld = book.migrationAccounts.reduce((sum, row) => sum + row.at(-1)!, 0);
  const missing = withheld === 0 ? '' : ` ${countText(withheld, 'account has', 'accounts have')} not enough data.`;
  return `The mean score is ${scoreText(book.mean)}${shift}.${missing}`;
}
