/** Columns that say nearly the same. */
export interface RedundancyGroup {
  columns: number[];
  /** Of the closest pair, with its sign. */
  correlation: number;
}

/**
 * Groups in which each column correlates with at least one other at `threshold` or more, either way: connected parts of the graph of close
 * pairs, each of two columns or more, in the order of their first column.
 */
export function redundancyGroups(correlations: readonly ArrayLike<number>[], threshold = 0.8): RedundancyGroup[] {
  const grouped = new Set<number>();
  const groups: RedundancyGroup[] = [];
  for (const start of correlations.keys()) {
    if (grouped.has(start)) continue;
    const columns = [start];
    let correlation = 0;
    for (const column of columns) {
      for (const other of correlations.keys()) {
        const link = correlations[column]![other]!;
        if (other === column || Math.abs(link) < threshold) continue;
        if (!columns.includes(other)) columns.push(other);
        if (Math.abs(link) > Math.abs(correlation)) correlation = link;
      }
    }
    for (const column of columns) grouped.add(column);
    if (columns.length > 1) groups.push({ columns: columns.sort((one, other) => one - other), correlation });
  }
  return groups;
}
