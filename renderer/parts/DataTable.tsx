// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import { announce } from '../state/announcements.ts';
import { useNotices } from '../state/noticeStore.ts';
import { columnWidths } from './columnWidths.ts';
import { copyRows } from './copyRows.ts';
import styles from './DataTable.module.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { useElementWidth } from './useElementWidth.ts';

export interface Column<Row> {
  id: string;
  header: string;
  /** Said when the header is pointed at. */
  about?: string;
  /** Width in pixels; with `grow` the least width, and a share of what is left over. */
  width: number;
  grow?: number;
  align?: 'end';
  sortable?: boolean;
  cell: (row: Row) => ReactNode;
  /** The cell as plain text: what is copied. */
  text: (row: Row) => string;
}

export interface Sort {
  id: string;
  descending: boolean;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  total: number;
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => Row | undefined;
  keyOf: (row: Row) => string;
  /** Told which rows are in sight, so that they can be fetched. */
  onRange?: (from: number, to: number) => void;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** Key of the row that is open elsewhere. */
  chosen?: string | null;
  onChoose?: (row: Row) => void;
  /** Every row, for copying a selection that reaches beyond what is loaded. */
  allRows?: () => Promise<Row[]>;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
}

/** The row height of tokens.css, in pixels. */
const rowHeight = 29;

/**
 * A table of any length and width. Only what is in sight is drawn. Arrow, Page, Home and End keys move, Shift extends, Enter chooses,
 * Ctrl/Cmd+A selects all, Ctrl/Cmd+C copies the selection with its headers.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, total, rowAt, keyOf, onRange, sort, onSort, chosen, onChoose, allRows, empty } = props;
  const [frame, width] = useElementWidth<HTMLDivElement>();
  const [active, setActive] = useState(0);
  const [anchor, setAnchor] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const widths = useMemo(() => columnWidths(columns, width), [columns, width]);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const cells = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => widths[index] ?? 100,
    overscan: 4,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are measured again whenever the widths change
  useEffect(() => cells.measure(), [widths]);

  const inSight = rows.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  useEffect(() => {
    if (total > 0) onRange?.(first, last);
  }, [first, last, total, onRange]);

  const at = Math.min(active, Math.max(0, total - 1));
  const low = Math.min(at, anchor ?? at);
  const high = Math.max(at, anchor ?? at);
  const seen = cells.getVirtualItems();
  const id = (index: number) => `${label.replace(/\W+/g, '-')}-row-${index}`;

  const move = (index: number, extend: boolean) => {
    const next = Math.max(0, Math.min(total - 1, index));
    setAnchor(extend ? (anchor ?? at) : null);
    setActive(next);
    rows.scrollToIndex(next);
  };
  const copy = async () => {
    const wanted = Array.from({ length: high - low + 1 }, (_, index) => rowAt(low + index));
    const loaded = wanted.filter((row) => row !== undefined);
    const chosenRows = loaded.length < wanted.length && allRows ? (await allRows()).slice(low, high + 1) : loaded;
    await copyRows(columns, chosenRows);
    announce(`${chosenRows.length} rows copied with their headers`, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || total === 0) return;
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 300) / rowHeight) - 2);
    const command = event.ctrlKey || event.metaKey;
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: total - 1 }[event.key];
    if (target !== undefined) move(target, event.shiftKey);
    else if (command && event.key === 'a') {
      setAnchor(0);
      setActive(total - 1);
      announce(`All ${total} rows selected`, 0);
    } else if (command && event.key === 'c') copy().catch(useNotices.getState().fail);
    else if (event.key === 'Enter' || event.key === ' ') {
      const row = rowAt(at);
      if (row !== undefined) onChoose?.(row);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      frame.current?.scrollBy({ left: event.key === 'ArrowRight' ? 120 : -120 });
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.outer}>
      <div
        ref={frame}
        className={styles.frame}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={focused && total > 0 && at >= first && at <= last ? id(at) : undefined}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      >
        <DataTableHead columns={columns} cells={seen} width={cells.getTotalSize()} sort={sort} onSort={onSort} />
        <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize(), width: cells.getTotalSize() }}>
          {inSight.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              <DataTableRow
                key={index}
                id={id(index)}
                index={index}
                top={start}
                row={row}
                columns={columns}
                cells={seen}
                active={focused && index === at}
                selected={index >= low && index <= high && (focused || anchor !== null)}
                chosen={row !== undefined && keyOf(row) === chosen}
                onClick={(pressed, extend) => {
                  move(index, extend);
                  if (pressed !== undefined && !extend) onChoose?.(pressed);
                }}
              />
            );
          })}
        </div>
      </div>
      {total === 0 && empty && <div className={styles.empty}>{empty}</div>}
    </div>
  );
}
