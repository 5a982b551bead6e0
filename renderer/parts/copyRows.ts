import type { Column } from './DataTable.tsx';

/** Puts rows with their headers on the clipboard as tab-separated text, which a spreadsheet takes as cells. */
export async function copyRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const lines = [columns.map((column) => column.header), ...rows.map((row) => columns.map((column) => column.text(row)))];
  await navigator.clipboard.writeText(lines.map((cells) => cells.map(inert).join('\t')).join('\n'));
}

/** A cell that is neither two cells, nor two lines, nor a formula in the spreadsheet it is pasted into. */
function inert(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@-]/.test(flat) && !/^[+-]?[\d.,]+( ?%)?$/.test(flat) ? `'${flat}` : flat;
}
