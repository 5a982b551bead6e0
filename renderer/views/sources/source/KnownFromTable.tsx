import type { KnownFrom, Reading } from '../../../../shared/model/reading.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { columnsOf } from '../../../state/useSources.ts';
import { dateTypes } from '../definition/ColumnSelect.tsx';
import styles from '../form.module.css';
import tableStyles from './KnownFromTable.module.css';

interface KnownFromTableProps {
  source: Source;
  reading: Reading;
  isAccounts: boolean;
  onChange: (label: string, change: Partial<Reading>) => void;
}

type CollapseRule = NonNullable<Reading['collapse']>[string];

/** From when each column's value was known, and for account sources how several rows of a key become one value. */
export function KnownFromTable({ source, reading, isAccounts, onChange }: KnownFromTableProps) {
  const columns = columnsOf(source);
  const dates = columns.filter(({ type }) => dateTypes.includes(type)).map(({ name }) => name);
  const usual = reading.shape.kind === 'snapshot' ? 'the day of the export' : "the row's date";
  const know = (name: string, chosen: string) => {
    const { [name]: _, ...others } = reading.knownFrom;
    onChange('known-from', { knownFrom: chosen === '' ? others : { ...others, [name]: knownFromOf(chosen) } });
  };
  const tableColumns: Column<string>[] = [
    { id: 'column', header: 'Column', width: 180, grow: 1, cell: (name) => name, text: (name) => name },
    {
      id: 'known',
      header: 'Known from',
      width: 260,
      cell: (name) => (
        <select
          className={tableStyles.control}
          aria-label={`${name} is known from`}
          value={spelledOf(reading.knownFrom[name])}
          onChange={(event) => know(name, event.target.value)}
        >
          <option value="">as usual: {usual}</option>
          <option value="row-date">the row's date</option>
          <option value="always">never changes (declared)</option>
          <option value="export">the day of the export</option>
          {dates.map((date) => (
            <option key={date} value={`column:${date}`}>
              the day in {date}
            </option>
          ))}
        </select>
      ),
      text: (name) => spelledOf(reading.knownFrom[name]) || usual,
    },
  ];
  if (isAccounts) {
    tableColumns.push({
      id: 'collapse',
      header: 'Several rows per key become',
      width: 210,
      cell: (name) => (
        <select
          className={tableStyles.control}
          aria-label={`Several rows: ${name} becomes`}
          value={reading.collapse?.[name] ?? 'latest'}
          onChange={(event) => onChange('several rows', { collapse: { ...reading.collapse, [name]: event.target.value as CollapseRule } })}
        >
          <option value="latest">the last row's value</option>
          <option value="sum">the sum</option>
          <option value="max">the greatest</option>
          <option value="min">the least</option>
          <option value="any">any value there is</option>
        </select>
      ),
      text: (name) => reading.collapse?.[name] ?? 'latest',
    });
  }
  return (
    <div className={styles.section}>
      <h3>From when each value was known</h3>
      <p className={styles.hint}>
        A value known only after the as-of date is missing at that date: a resolution time is known when the ticket closes, not when it
        opens. “Never changes” is a declaration; it is printed beside every number of evidence.
      </p>
      <div className={tableStyles.frame} style={{ height: Math.min(420, 32 + 29 * columns.length) }}>
        <DataTable
          label="From when each column was known"
          columns={tableColumns}
          total={columns.length}
          rowAt={(index) => columns[index]?.name}
          keyOf={(name) => name}
        />
      </div>
    </div>
  );
}

function spelledOf(knownFrom: KnownFrom | undefined): string {
  if (!knownFrom) return '';
  return knownFrom.kind === 'column' ? `column:${knownFrom.column}` : knownFrom.kind;
}

function knownFromOf(spelled: string): KnownFrom {
  if (spelled.startsWith('column:')) return { kind: 'column', column: spelled.slice('column:'.length) };
  return { kind: spelled as 'row-date' | 'always' | 'export' };
}
