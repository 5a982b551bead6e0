/** Accounts and revenue by segment, group (baseline band, or outcome), what caps allow, and bin of the score: what a frame is derived from. */
export interface JointTable {
  /** Rows are counted by segment, then group, then highest band allowed. */
  segments: number;
  groups: number;
  bands: number;
  /** Bins of the score, and one more for withheld scores. */
  columns: number;
  accounts: Float64Array;
  revenue: Float64Array;
  /** Sum of the scores of each row. */
  points: Float64Array;
}

export type TableShape = Pick<JointTable, 'segments' | 'groups' | 'bands' | 'columns'>;

export function emptyTable(shape: TableShape): JointTable {
  const rows = shape.segments * shape.groups * shape.bands;
  return {
    ...shape,
    accounts: new Float64Array(rows * shape.columns),
    revenue: new Float64Array(rows * shape.columns),
    points: new Float64Array(rows),
  };
}

export function copyTable(table: JointTable): JointTable {
  return { ...table, accounts: table.accounts.slice(), revenue: table.revenue.slice(), points: table.points.slice() };
}

/** Number of the row of a segment, a group and the highest band its caps allow. */
export function rowOf({ groups, bands }: TableShape, segment: number, group: number, bandCeiling: number): number {
  return (segment * groups + group) * bands + bandCeiling;
}
