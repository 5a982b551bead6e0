import type { ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import { percentText } from '../../charts/numberText.ts';
import { BandName } from '../../parts/BandName.tsx';
import { Delta } from './Delta.tsx';
import styles from './ScenarioTable.module.css';
import { bandShifts, type Sides, shareOf } from './shifts.ts';

/** What each band holds under one model, of accounts and of revenue, each with its difference to the baseline. */
export function ScenarioBands({ book, before, after }: Sides & { book: ShiftedBook }) {
  const measures = book.revenue > 0 ? (['accounts', 'revenue'] as const) : (['accounts'] as const);
  return bandShifts(book, before, after)
    .filter(({ place, accounts }) => place.band !== null || accounts.after > 0)
    .map((shift, index) => (
      <div key={shift.place.id}>
        <BandName {...shift.place} />
        {measures.map((measure) => {
          const share = shareOf(shift, book, measure);
          return (
            <div key={measure} className={styles.share}>
              {share.after === null ? '–' : percentText(share.after, 1)} of {measure}{' '}
              <Delta
                value={share.after === null || share.before === null ? null : (share.after - share.before) * 100}
                decimals={1}
                good={index === 0 ? 'down' : null}
              />
            </div>
          );
        })}
      </div>
    ));
}
