import { numberText, percentText } from '../../charts/numberText.ts';
import { type ShareBar, ShareBars } from '../../charts/ShareBars.tsx';
import { BandName } from '../../parts/BandName.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { Delta } from './Delta.tsx';
import { useFrames } from './frameStore.ts';
import { bandShifts, shareOf } from './shifts.ts';
import styles from './table.module.css';

/** What each band holds of accounts and of revenue, under the baseline and under the draft. */
export function SharesPanel() {
  const frame = useFrames((state) => state.frame);
  if (!frame) return null;
  const { book, sides } = frame;
  const measures = book.revenue > 0 ? (['accounts', 'revenue'] as const) : (['accounts'] as const);
  const shifts = bandShifts(book, sides.before, sides.after).filter(
    ({ place, accounts }) => place.band !== null || accounts.after > 0 || (accounts.before ?? 0) > 0,
  );
  const bars = measures.flatMap((measure): ShareBar[] => {
    const parts = (which: 'before' | 'after') =>
      shifts.map((shift) => ({
        id: shift.place.id,
        share: shareOf(shift, book, measure)[which] ?? 0,
        colour: shift.place.band?.colour ?? null,
      }));
    return [
      { label: `${measure} · baseline`, faint: true, parts: parts('before') },
      { label: `${measure} · draft`, faint: false, parts: parts('after') },
    ];
  });
  return (
    <Panel title="Band shares" about="baseline → draft and the difference, % of the book">
      <ShareBars bars={bars} />
      <table className={styles.table}>
        <caption className={styles.hidden}>Band shares, baseline and draft</caption>
        <thead>
          <tr>
            <td />
            {measures.map((measure) => (
              <th key={measure} scope="colgroup" colSpan={2}>
                {measure === 'accounts' ? 'Accounts' : 'Revenue'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift.place.id}>
              <th scope="row">
                <BandName {...shift.place} />
              </th>
              {measures.map((measure) => (
                <ShareCells key={measure} share={shareOf(shift, book, measure)} isWorst={shift.place.id === sides.after[0]?.id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function ShareCells({ share: { before, after }, isWorst }: { share: ReturnType<typeof shareOf>; isWorst: boolean }) {
  return (
    <>
      <td>
        {before === null ? '' : `${numberText(before * 100, 1)} → `}
        <strong>{after === null ? '–' : percentText(after, 1)}</strong>
      </td>
      <td>
        <Delta value={before === null || after === null ? null : (after - before) * 100} decimals={1} good={isWorst ? 'down' : null} />
      </td>
    </>
  );
}
