import { moneyText, numberText } from '../../charts/numberText.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import { BandName } from '../../parts/BandName.tsx';
import { classes } from '../../parts/classes.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useFrames } from './frameStore.ts';
import styles from './MigrationPanel.module.css';
import { movementSentence } from './sentences.ts';
import { directionOf, movementOf, placesOf } from './shifts.ts';
import { useWhatIf } from './whatIfStore.ts';

interface MigrationPanelProps {
  currency: string | null;
  /** What became of those who moved, where an outcome is known. */
  swap: string | null;
}

/** How many accounts, with what revenue, go from which band to which; a cell lists its accounts. */
export function MigrationPanel({ currency, swap }: MigrationPanelProps) {
  const frame = useFrames((state) => state.frame);
  const { cell, look } = useWhatIf();
  if (!frame) return null;
  const { book, isExact } = frame;
  const { before, after } = frame.sides;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const columnSum = (index: number) => sum(book.migrationAccounts.map((row) => row[index]!));
  const rows = placesOf(before).map((place, row) => ({ place, row }));
  const columns = placesOf(after).map((place, column) => ({ place, column }));
  const shownRows = rows.filter(({ place, row }) => place.band !== null || sum(book.migrationAccounts[row]!) > 0);
  const shownColumns = columns.filter(({ place, column }) => place.band !== null || columnSum(column) > 0);
  const hasRevenue = book.revenue > 0;

  return (
    <Panel title="Migration" about={`rows: baseline · columns: draft · accounts${hasRevenue ? ', revenue' : ''}`}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className={styles.hidden}>Accounts by baseline band and draft band</caption>
          <thead>
            <tr>
              <td />
              {shownColumns.map(({ place }) => (
                <th key={place.id} scope="col">
                  <BandMark band={place.band} /> {place.name}
                </th>
              ))}
              <th scope="col">Sum</th>
            </tr>
          </thead>
          <tbody>
            {shownRows.map(({ place: from, row }) => (
              <tr key={from.id}>
                <th scope="row">
                  <BandName {...from} />
                </th>
                {shownColumns.map(({ place: to, column }) => {
                  const accounts = book.migrationAccounts[row]![column]!;
                  const money = moneyText(book.migrationRevenue[row]![column]!, currency);
                  const direction = directionOf(before, after, row, column);
                  const isChosen = cell?.from === from.id && cell.to === to.id;
                  return (
                    <td key={to.id}>
                      <button
                        type="button"
                        className={classes(styles.cell, accounts > 0 && toneOf(direction), isChosen && styles.chosen)}
                        data-far={Math.abs(column - row) > 1 ? '' : undefined}
                        disabled={accounts === 0}
                        aria-pressed={isChosen}
                        onClick={() => look({ cell: isChosen ? null : { from: from.id, to: to.id } })}
                      >
                        <span>
                          <span className={styles.hidden}>
                            {from.name} to {to.name}:{' '}
                          </span>
                          {accounts > 0 && direction !== 0 && (
                            <span aria-hidden="true" className={styles.arrow}>
                              {direction < 0 ? '↓' : '↑'}
                            </span>
                          )}
                          {numberText(accounts)}
                          <span className={styles.hidden}> {accounts === 1 ? 'account' : 'accounts'}</span>
                        </span>
                        {hasRevenue && <span className={styles.money}>{accounts === 0 ? ' ' : money}</span>}
                      </button>
                    </td>
                  );
                })}
                <td className={styles.sum}>{numberText(sum(book.migrationAccounts[row]!))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sum</th>
              {shownColumns.map(({ place, column }) => (
                <td key={place.id} className={styles.sum}>
                  {numberText(columnSum(column))}
                </td>
              ))}
              <td className={styles.sum}>{numberText(book.accounts)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={styles.sentence}>
        {movementSentence(movementOf(book, before, after), currency)} {isExact && swap}
      </p>
    </Panel>
  );
}

const toneOf = (direction: -1 | 0 | 1) => (direction < 0 ? styles.down : direction > 0 ? styles.up : undefined);
