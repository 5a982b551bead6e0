import { useState } from 'react';
import type { Reject, RowCounts } from '../../../../shared/contract/sourceCalls.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { countText, numberText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { Choice } from '../../../parts/Choice.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { useHost } from '../../../state/host.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { useExport } from '../../../state/useExport.ts';
import { usePages } from '../../../state/usePages.ts';
import styles from './SourceDetail.module.css';

const numberColumn = (id: 'record' | 'line', header: string): Column<Reject> => ({
  id,
  header,
  width: 90,
  align: 'end',
  cell: (reject) => (reject[id] === null ? '' : numberText(reject[id])),
  text: (reject) => String(reject[id] ?? ''),
});
const textColumn = (id: 'column' | 'value' | 'reason', header: string, width: number, grow: number): Column<Reject> => ({
  id,
  header,
  width,
  grow,
  cell: (reject) => <span title={reject[id] ?? undefined}>{reject[id] ?? ''}</span>,
  text: (reject) => reject[id] ?? '',
});
const columns: Column<Reject>[] = [
  { id: 'kind', header: 'What', width: 130, cell: kindText, text: kindText },
  numberColumn('record', 'Record'),
  numberColumn('line', 'Line'),
  textColumn('column', 'Column', 140, 1),
  textColumn('value', 'Value', 160, 2),
  textColumn('reason', 'Reason', 240, 3),
];

/** What did not come in: rejected rows and cells that became missing, each with its place and reason. */
export function RejectsTable({ source, counts }: { source: Source; counts: Pick<RowCounts, 'rejected' | 'unconverted'> }) {
  const { invoke } = useHost();
  const dataChanges = useStudy((state) => state.dataChanges);
  const deliver = useExport();
  const [kind, setKind] = useState<'all' | 'row' | 'cell'>('all');
  const asked = { source: source.id, ...(kind === 'all' ? {} : { kind }) };
  const rejects = usePages<Reject>(JSON.stringify([source.data, dataChanges, asked]), async (offset, limit, signal) => {
    const page = await invoke('list-rejects', { ...asked, offset, limit }, { signal });
    return { total: page.total, rows: page.rejects };
  });
  return (
    <>
      <div className={styles.bar}>
        <span>
          <Choice
            label="Which"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'all', label: 'All' },
              { value: 'row', label: `Rejected rows (${numberText(counts.rejected)})` },
              { value: 'cell', label: `Unconverted cells (${numberText(counts.unconverted)})` },
            ]}
          />
        </span>
        <span className={styles.total}>{rejects.total === null ? '' : countText(rejects.total, 'entry', 'entries')}</span>
        <Button
          disabled={!rejects.total}
          onClick={() => void deliver(`${source.id}-not-read.csv`, (path) => invoke('export-rejects', { source: source.id, path }))}
        >
          Export …
        </Button>
      </div>
      <FailureNote failure={rejects.failure as Error | null} />
      <div className={styles.table}>
        <DataTable
          label={`What was not read of ${source.name}`}
          columns={columns}
          total={rejects.total ?? 0}
          rowAt={rejects.rowAt}
          keyOf={(reject) => JSON.stringify(reject)}
          onRange={rejects.onRange}
          allRows={rejects.allRows}
          empty={rejects.total === 0 && <EmptyState title="Nothing">Every row was loaded and every filled cell converted.</EmptyState>}
        />
      </div>
    </>
  );
}

function kindText(reject: Reject): string {
  return reject.kind === 'row' ? 'row rejected' : 'cell missing';
}
