import { useMemo } from 'react';
import type { Cell, Table } from '../../../shared/contract/sourceCalls.ts';
import { countText, numberText } from '../../charts/numberText.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { ProgressLine } from '../../parts/ProgressLine.tsx';
import { useCall } from '../../state/useCall.ts';
import styles from './TraceDialog.module.css';

interface TraceDialogProps {
  metric: string;
  name: string;
  account: string;
  asOf: string;
  onClose: () => void;
}

/** The rows of the source that make one account's value of a metric. */
export function TraceDialog({ metric, name, account, asOf, onClose }: TraceDialogProps) {
  const { value, failure, progress } = useCall('trace-metric', { metric, account, asOf, limit: 1000 });
  const rows = value?.rows.rows ?? [];
  const columns = useMemo(() => tableColumns(value?.rows ?? null), [value]);
  const shown = value && value.rows.total > rows.length ? `the first ${numberText(rows.length)} of ` : '';
  return (
    <Dialog title={name} about={`source rows of ${account} as of ${asOf}`} size="wide" onClose={onClose}>
      <FailureNote failure={failure} />
      <ProgressLine label="Looking up the rows" progress={progress} />
      {value && (
        <div className={styles.trace}>
          <p>
            {value.sentence}
            {value.freshness && ` Newest row: ${value.freshness}.`}
          </p>
          {value.source !== null && (
            <p className={styles.secondary}>
              {shown}
              {countText(value.rows.total, 'row')} of {value.source}.
            </p>
          )}
          {value.rows.total > 0 && (
            <div className={styles.rows}>
              <DataTable
                label={`Source rows of ${name}`}
                columns={columns}
                total={rows.length}
                rowAt={(index) => (rows[index] ? { index, cells: rows[index] } : undefined)}
                keyOf={(row) => String(row.index)}
              />
            </div>
          )}
          {value.rows.total === 0 && (
            <EmptyState title="No row of a source stands behind this value itself">
              It is computed from other metrics, or no row counts for this account. Open the metrics it is made from to see their rows.
            </EmptyState>
          )}
        </div>
      )}
    </Dialog>
  );
}

interface TracedRow {
  index: number;
  cells: Cell[];
}

function tableColumns(table: Table | null): Column<TracedRow>[] {
  return (table?.columns ?? []).map(({ name, type }, index) => {
    const text = (row: TracedRow) => String(row.cells[index] ?? '');
    const numeric = type === 'number' || type === 'money' || type === 'percent';
    return { id: name, header: name, width: 130, grow: 1, ...(numeric && { align: 'end' as const }), cell: text, text };
  });
}
