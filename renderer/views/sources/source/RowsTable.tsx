import { useMemo, useState } from 'react';
import type { Cell } from '../../../../shared/contract/sourceCalls.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { countText, numberText } from '../../../charts/numberText.ts';
import { type Column, DataTable, type Sort } from '../../../parts/DataTable.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { FilterField } from '../../../parts/FilterField.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useHost } from '../../../state/host.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { usePages } from '../../../state/usePages.ts';
import { columnsOf } from '../../../state/useSources.ts';
import styles from './SourceDetail.module.css';

/** The rows that were loaded: searched, filtered, sorted, copied. */
export function RowsTable({ source, loaded }: { source: Source; loaded: number }) {
  const { invoke } = useHost();
  const dataChanges = useStudy((state) => state.dataChanges);
  const [sort, setSort] = useState<Sort | null>(null);
  const [search, setSearch] = useState('');
  const [where, setWhere] = useState('');
  const asked = {
    source: source.id,
    ...(sort ? { orderBy: sort.id, descending: sort.descending } : {}),
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(where.trim() ? { where: where.trim() } : {}),
  };
  const rows = usePages<Cell[]>(JSON.stringify([source.data, dataChanges, asked]), async (offset, limit, signal) => {
    const page = await invoke('list-rows', { ...asked, offset, limit }, { signal });
    return { total: page.total, rows: page.rows };
  });
  const columns = useMemo(
    () =>
      columnsOf(source).map(
        ({ name, type }, index): Column<Cell[]> => ({
          id: name,
          header: name,
          about: `${name} (${type})`,
          width: Math.min(220, Math.max(type === 'text' ? 130 : 100, name.length * 8 + 32)),
          grow: type === 'text' ? 2 : 1,
          ...(type === 'number' || type === 'money' || type === 'percent' ? { align: 'end' as const } : {}),
          sortable: true,
          cell: (row) => <CellValue value={row[index] ?? null} />,
          text: (row) => String(row[index] ?? ''),
        }),
      ),
    [source],
  );
  return (
    <>
      <div className={styles.bar}>
        <TextField
          label="Search all columns"
          labelHidden
          live
          type="search"
          placeholder="Search all columns"
          value={search}
          onChange={setSearch}
        />
        <FilterField
          optional
          label="Filter"
          labelHidden
          className={styles.filter}
          placeholder="Filter, e.g. plan = 'Pro' and seats > 10"
          value={where}
          onChange={setWhere}
        />
        <span className={styles.total} role="status">
          {rows.total === null ? '' : `${numberText(rows.total)} of ${countText(loaded, 'row')}`}
        </span>
      </div>
      <FailureNote failure={rows.failure as Error | null} />
      <div className={styles.table}>
        <DataTable
          label={`Rows of ${source.name}`}
          columns={columns}
          total={rows.total ?? 0}
          rowAt={rows.rowAt}
          keyOf={(row) => row.join('|')}
          onRange={rows.onRange}
          allRows={rows.allRows}
          sort={sort}
          onSort={setSort}
          empty={rows.total === 0 && <EmptyState title="No row">No row of {source.name} matches.</EmptyState>}
        />
      </div>
    </>
  );
}

function CellValue({ value }: { value: Cell }) {
  if (value === null) return <span className={styles.missing}>missing</span>;
  return typeof value === 'number' ? numberText(value, 6) : String(value);
}
