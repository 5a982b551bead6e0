import { useMemo, useState } from 'react';
import type { ColumnFinding, Inspection } from '../../../../shared/contract/sourceCalls.ts';
import type { ColumnPlan, ColumnType, DateOrder, ImportPlan } from '../../../../shared/model/source.ts';
import { numberText } from '../../../charts/numberText.ts';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { columnTypes } from './columnTypes.ts';
import { dateOrders } from './dateOrders.ts';
import styles from './PreviewDialog.module.css';

interface PreviewColumnsProps {
  inspection: Inspection;
  plan: ImportPlan;
  /** Names of date columns that still need an order. */
  unanswered: readonly string[];
  onChange: (index: number, change: Partial<ColumnPlan>) => void;
}

/** More are searched rather than looked through. */
const columnsAtAGlance = 25;

interface Line {
  index: number;
  column: ColumnPlan;
  finding: ColumnFinding;
}

/** Every column of the file with the type it would get, and how to have it otherwise. */
export function PreviewColumns({ inspection, plan, unanswered, onChange }: PreviewColumnsProps) {
  const [search, setSearch] = useState('');
  const lines = useMemo(() => {
    const sought = search.trim().toLowerCase();
    return plan.columns.flatMap((column, index): Line[] => {
      const finding = inspection.columns[index];
      return finding && `${column.name} ${column.header}`.toLowerCase().includes(sought) ? [{ index, column, finding }] : [];
    });
  }, [inspection, plan, search]);
  const columns: Column<Line>[] = [
    {
      id: 'keep',
      header: 'Keep',
      width: 64,
      cell: ({ index, column }) => (
        <input
          type="checkbox"
          className={styles.keep}
          aria-label={`Keep ${column.name}`}
          checked={column.keep}
          onChange={(event) => onChange(index, { keep: event.target.checked })}
        />
      ),
      text: ({ column }) => (column.keep ? 'yes' : 'no'),
    },
    {
      id: 'name',
      header: 'Column',
      width: 170,
      grow: 2,
      cell: ({ index, column }) => (
        <input
          key={column.name}
          className={styles.control}
          aria-label={`Name of ${column.header || `column ${index + 1}`}`}
          defaultValue={column.name}
          spellCheck={false}
          onBlur={(event) => {
            const name = event.target.value.trim();
            if (name && name !== column.name) onChange(index, { name });
          }}
        />
      ),
      text: ({ column }) => column.name,
    },
    {
      id: 'type',
      header: 'Type',
      width: 140,
      cell: ({ index, column }) => (
        <select
          className={styles.control}
          aria-label={`Type of ${column.name}`}
          value={column.type}
          onChange={(event) => onChange(index, { type: event.target.value as ColumnType })}
        >
          {columnTypes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ),
      text: ({ column }) => column.type,
    },
    {
      id: 'written',
      header: 'Written as',
      width: 180,
      cell: (line) => <WrittenAs line={line} isUnanswered={unanswered.includes(line.column.name)} onChange={onChange} />,
      text: ({ column }) => column.dateOrder ?? column.decimal,
    },
    {
      id: 'bad',
      header: 'Would not convert',
      about: 'Of the filled cells in the sample',
      width: 190,
      grow: 1,
      cell: ({ column, finding }) => <WouldNotConvert finding={finding} isUnanswered={unanswered.includes(column.name)} />,
      text: ({ finding }) => String(finding.unconvertible),
    },
    {
      id: 'samples',
      header: 'First values',
      width: 200,
      grow: 3,
      cell: ({ finding }) => finding.samples.map((sample) => sample ?? '∅').join(' · '),
      text: ({ finding }) => finding.samples.join(' · '),
    },
    {
      id: 'because',
      header: 'Why this type',
      width: 180,
      grow: 2,
      cell: ({ finding }) => (
        <span className={styles.missing} title={finding.because}>
          {finding.because}
        </span>
      ),
      text: ({ finding }) => finding.because,
    },
  ];
  return (
    <>
      {plan.columns.length > columnsAtAGlance && (
        <TextField
          label="Find a column"
          labelHidden
          live
          type="search"
          placeholder={`Find one of ${numberText(plan.columns.length)} columns`}
          value={search}
          onChange={setSearch}
        />
      )}
      <div className={styles.table}>
        <DataTable
          label="Columns of the file"
          columns={columns}
          total={lines.length}
          rowAt={(index) => lines[index]}
          keyOf={({ index }) => String(index)}
        />
      </div>
    </>
  );
}

function WouldNotConvert({ finding, isUnanswered }: { finding: ColumnFinding; isUnanswered: boolean }) {
  if (isUnanswered) return <span className={styles.missing}>depends on how it is written</span>;
  if (finding.unconvertible === 0) return <span className={styles.missing}>none of {numberText(finding.filled)}</span>;
  return (
    <span className={styles.bad} title={finding.unconvertibleExample ?? undefined}>
      {numberText(finding.unconvertible)} of {numberText(finding.filled)}, first “{finding.unconvertibleExample}”
    </span>
  );
}

interface WrittenAsProps {
  line: Line;
  isUnanswered: boolean;
  onChange: (index: number, change: Partial<ColumnPlan>) => void;
}

function WrittenAs({ line: { index, column, finding }, isUnanswered, onChange }: WrittenAsProps) {
  if (column.type === 'date' || column.type === 'timestamp') {
    return (
      <select
        className={styles.control}
        aria-label={`How the dates of ${column.name} are written`}
        aria-invalid={isUnanswered || undefined}
        value={isUnanswered ? '' : (column.dateOrder ?? 'year-month-day')}
        onChange={(event) => onChange(index, { dateOrder: event.target.value as DateOrder })}
      >
        {isUnanswered && <option value="">please say …</option>}
        {dateOrders
          .filter(({ value }) => !isUnanswered || finding.ambiguousDates?.includes(value))
          .map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
      </select>
    );
  }
  if (column.type === 'number' || column.type === 'money' || column.type === 'percent') {
    return (
      <select
        className={styles.control}
        aria-label={`How the numbers of ${column.name} are written`}
        value={column.decimal}
        onChange={(event) => onChange(index, { decimal: event.target.value as '.' | ',' })}
      >
        <option value=".">1,234.50</option>
        <option value=",">1.234,50</option>
      </select>
    );
  }
  return null;
}
