// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid answers the keys
import type { VirtualItem } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { classes } from './classes.ts';
import styles from './DataTable.module.css';
import type { Column } from './DataTable.tsx';

interface DataTableRowProps<Row> {
  id: string;
  index: number;
  /** Pixels below the first row. */
  top: number;
  /** Undefined while it is on its way. */
  row: Row | undefined;
  columns: readonly Column<Row>[];
  /** The columns in sight. */
  cells: readonly VirtualItem[];
  active: boolean;
  selected: boolean;
  chosen: boolean;
  /** Told the row that was pressed: another may have taken its place until the button was let go. */
  onClick: (pressed: Row | undefined, extend: boolean) => void;
}

/** One row of a `DataTable`. */
export function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { id, index, top, row, columns, cells, active, selected, chosen, onClick } = props;
  const pressed = useRef(row);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected || chosen}
      className={classes(styles.row, selected && styles.selected, active && styles.active, chosen && styles.chosen)}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: cells[0]?.start ?? 0 }}
      onPointerDown={() => {
        pressed.current = row;
      }}
      onClick={(event) => onClick(event.detail === 0 ? row : pressed.current, event.shiftKey)}
    >
      {cells.map((cell) => {
        const column = columns[cell.index];
        return (
          column && (
            <div
              key={column.id}
              role="gridcell"
              aria-colindex={cell.index + 1}
              className={classes(styles.cell, column.align && styles.end)}
              style={{ width: cell.size }}
            >
              {row === undefined ? <span className={styles.coming}>…</span> : column.cell(row)}
            </div>
          )
        );
      })}
    </div>
  );
}
