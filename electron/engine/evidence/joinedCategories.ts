import type { CategoryColumn } from './metricColumns.ts';

/** The categories of a metric as cells: the most frequent first, the rarer ones in one cell, a missing one after the last. */
export interface JoinedCategories {
  cells: { label: string; categories: string[] }[];
  /** The cell of each row. */
  groups: Uint16Array;
}

/** Categories told one by one; the rarer ones share a cell. */
const mostCategories = 30;

/** One cell a category, the last one of all that are rarer when there are more than 30. */
export function joinedCategories({ codes, names }: CategoryColumn): JoinedCategories {
  const counts = new Uint32Array(names.length);
  for (const code of codes) if (!Number.isNaN(code)) counts[code]!++;
  const ranked = [...names.keys()].sort((one, other) => counts[other]! - counts[one]! || one - other);
  const own = ranked.length > mostCategories ? ranked.slice(0, mostCategories - 1) : ranked;
  const shared = ranked.slice(own.length);
  const cellOf = new Map([...own.map((code, cell) => [code, cell] as const), ...shared.map((code) => [code, own.length] as const)]);
  const cells = [
    ...own.map((code) => ({ label: names[code]!, categories: [names[code]!] })),
    ...(shared.length > 0 ? [{ label: `${shared.length} others`, categories: shared.map((code) => names[code]!) }] : []),
  ];
  return { cells, groups: Uint16Array.from(codes, (code) => (Number.isNaN(code) ? cells.length : cellOf.get(code)!)) };
}
