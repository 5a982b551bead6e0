import type { ScoredAccount } from '../../../shared/contract/scoringCalls.ts';
import { percentText, scoreText } from '../../charts/numberText.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import type { BookNames } from './bookNames.ts';
import styles from './worklistColumns.module.css';

/**
 * Every column there can be in the worklist, named by the order it sorts by: its own, then the account's attributes. What is copied is the
 * plain value, with the band and range in words.
 */
export function worklistColumns(
  names: BookNames,
  money: (amount: number) => string,
  attributes: readonly string[] = [],
): Column<ScoredAccount>[] {
  const own: Column<ScoredAccount>[] = [
    {
      id: 'name',
      header: 'Account',
      width: 140,
      grow: 2,
      sortable: true,
      cell: (row) => <span title={row.account}>{row.name ?? row.account}</span>,
      text: (row) => (row.name === null ? row.account : `${row.name} (${row.account})`),
    },
    {
      id: 'segment',
      header: 'Segment',
      width: 84,
      grow: 1,
      sortable: true,
      cell: (row) => <span title={names.segment(row.segment)}>{names.segment(row.segment)}</span>,
      text: (row) => names.segment(row.segment),
    },
    {
      id: 'owner',
      header: 'Owner',
      width: 70,
      grow: 1,
      sortable: true,
      cell: (row) => (
        <span className={styles.secondary} title={row.owner ?? undefined}>
          {row.owner ?? '–'}
        </span>
      ),
      text: (row) => row.owner ?? '',
    },
    {
      id: 'score',
      header: 'Score',
      about: 'Health score, higher = healthier, with its band',
      width: 72,
      align: 'end',
      sortable: true,
      cell: (row) => (
        <span className={styles.score} title={names.bandName(row.band)}>
          <BandMark band={names.band(row.band)} />
          <span className={styles.spoken}>{names.bandName(row.band)} </span>
          <span>{row.score === null ? '–' : scoreText(row.score)}</span>
        </span>
      ),
      text: (row) => (row.score === null ? names.bandName(row.band) : `${row.score}`),
    },
    {
      id: 'coverage',
      header: 'Coverage',
      about: 'Share of the effective weight whose metric is present',
      width: 72,
      align: 'end',
      sortable: true,
      cell: (row) => percentText(row.coverage),
      text: (row) => percentText(row.coverage, 1),
    },
    {
      id: 'range',
      header: 'Range',
      about: 'Where the score could lie if the missing metrics were known',
      width: 62,
      align: 'end',
      cell: (row) => (
        <span
          className={row.bandCertain ? styles.secondary : styles.uncertain}
          title={row.bandCertain ? 'band is certain' : 'band is not certain'}
        >
          {rangeText(row)}
        </span>
      ),
      text: rangeText,
    },
    {
      id: 'renewal',
      header: 'Renewal',
      width: 104,
      align: 'end',
      sortable: true,
      cell: (row) => <span title={row.renewalDays === null ? undefined : `in ${row.renewalDays} days`}>{row.renewal ?? '–'}</span>,
      text: (row) => row.renewal ?? '',
    },
    {
      id: 'revenue',
      header: 'Revenue',
      width: 76,
      align: 'end',
      sortable: true,
      cell: (row) => (row.revenue === null ? '–' : money(row.revenue)),
      text: (row) => (row.revenue === null ? '' : `${row.revenue}`),
    },
    {
      id: 'reason',
      header: 'Main reason',
      about: 'The metric that costs the score most against its best, and the points it costs',
      width: 128,
      grow: 4,
      sortable: true,
      cell: (row) =>
        row.reason !== null && (
          <span title={`${names.reason(row.reason)} costs ${scoreText(row.reasonPoints ?? 0)} points against its best`}>
            {names.reason(row.reason)}
          </span>
        ),
      text: (row) => (row.reason === null ? '' : names.reason(row.reason)),
    },
  ];
  const ownHeaders = new Set(own.map(({ header }) => header.toLowerCase()));
  return [...own, ...attributes.map((column) => attributeColumn(column, ownHeaders.has(column.toLowerCase())))];
}

/**
 * Whether a column is shown. Unless the analyst said so or not (`wanted`): what the study says nothing of (`absent`) takes no room, where
 * there is little only what is worked with stays, and attributes wait to be asked for.
 */
export function isColumnShown(
  id: string,
  wanted: Readonly<Record<string, boolean>>,
  { isNarrow, absent }: { isNarrow: boolean; absent: ReadonlySet<string> },
): boolean {
  return wanted[id] ?? !(id.startsWith(attributePrefix) || absent.has(id) || (isNarrow && spared.includes(id)));
}

/** Columns that give way first. */
const spared = ['segment', 'owner', 'coverage', 'range'];

const attributePrefix = 'account.';

/** `isNamedAsAnother`: the worklist has a column of its own with this header. */
function attributeColumn(column: string, isNamedAsAnother: boolean): Column<ScoredAccount> {
  const about = `"${column}" of the account`;
  const header = isNamedAsAnother ? about : column;
  const text = (row: ScoredAccount) => String(row.attributes[column] ?? '');
  return {
    id: `${attributePrefix}${column}`,
    header,
    about,
    width: Math.min(160, Math.max(84, header.length * 8 + 28)),
    grow: 1,
    sortable: true,
    cell: (row) => <span title={text(row)}>{text(row) || '–'}</span>,
    text,
  };
}

function rangeText({ low, high }: ScoredAccount): string {
  if (low === null || high === null) return '–';
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? `${from}` : `${from}–${to}`;
}
