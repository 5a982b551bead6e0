// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus; the buttons inside take it
import type { VirtualItem } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './DataTable.module.css';
import type { Column, Sort } from './DataTable.tsx';

interface DataTableHeadProps<Row> {
  columns: readonly Column<Row>[];
  /** The columns in sight. */
  cells: readonly VirtualItem[];
  width: number;
  sort: Sort | null | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

/** The header line of a `DataTable`; it stays in sight. */
export function DataTableHead<Row>({ columns, cells, width, sort, onSort }: DataTableHeadProps<Row>) {
  return (
    <div role="rowgroup" className={styles.headGroup} style={{ width }}>
      <div role="row" aria-rowindex={1} className={styles.head} style={{ paddingInlineStart: cells[0]?.start ?? 0 }}>
        {cells.map(({ index, size }) => {
          const column = columns[index];
          if (!column) return null;
          const sorted = sort?.id === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sorted}
              title={column.about ?? column.header}
              className={classes(styles.cell, column.align && styles.end)}
              style={{ width: size }}
            >
              {column.sortable && onSort ? (
                <button type="button" className={styles.sort} onClick={() => onSort({ id: column.id, descending: sorted === 'ascending' })}>
                  <span>{column.header}</span>
                  {sorted === 'ascending' && <ArrowUp aria-hidden="true" />}
                  {sorted === 'descending' && <ArrowDown aria-hidden="true" />}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
