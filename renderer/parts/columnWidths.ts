/** Column widths in pixels for a table that is `available` wide: what is left over goes to the columns that grow. */
export function columnWidths(columns: readonly { width: number; grow?: number }[], available: number): number[] {
  const least = columns.reduce((sum, column) => sum + column.width, 0);
  const growth = columns.reduce((sum, column) => sum + (column.grow ?? 0), 0);
  const spare = Math.max(0, available - least);
  return columns.map((column) => column.width + (growth > 0 ? Math.floor((spare * (column.grow ?? 0)) / growth) : 0));
}
