/** A cell of copied text: a number as the spreadsheet reads it, text as it is. */
export type TabCell = string | number | null;

/**
 * Rows as tab-separated text with headers, ready to paste into a spreadsheet. Text that would be taken for a formula is
 * preceded by an apostrophe; tabs and line breaks inside a cell become spaces.
 */
export function tabText(headers: readonly string[], rows: readonly (readonly TabCell[])[]): string {
  return [headers, ...rows].map((row) => row.map(cellText).join('\t')).join('\n');
}

function cellText(cell: TabCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const flat = cell.replace(/[\t\r\n]+/g, ' ');
  return /^\s*[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
