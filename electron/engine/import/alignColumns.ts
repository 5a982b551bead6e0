import { Failure } from '../../../shared/failure.ts';
import type { ColumnPlan } from '../../../shared/model/source.ts';

/** A column of the plan with its place among the file's columns. */
export interface PlacedColumn {
  plan: ColumnPlan;
  position: number;
}

/** Finds what was said of the file's columns: the first same header goes to the first, the second to the second ... */
export function planByHeader(plans: readonly ColumnPlan[]): (header: string) => ColumnPlan | undefined {
  const waiting = new Map<string, ColumnPlan[]>();
  for (const plan of plans) waiting.set(plan.header, [...(waiting.get(plan.header) ?? []), plan]);
  return (header) => waiting.get(header)?.shift();
}

/**
 * The plan's columns at their places in the file, matched by header, and the headers the plan does not know.
 * @throws Failure `column-vanished` when a column that is kept is not in the file
 */
export function alignColumns(
  path: string,
  headers: readonly string[],
  plans: readonly ColumnPlan[],
): { placed: PlacedColumn[]; unknown: number[] } {
  const positions = new Map<string, number[]>();
  headers.forEach((header, position) => {
    positions.set(header, [...(positions.get(header) ?? []), position]);
  });
  const placed: PlacedColumn[] = [];
  for (const plan of plans) {
    const position = positions.get(plan.header)?.shift();
    if (position !== undefined) placed.push({ plan, position });
    else if (plan.keep)
      throw new Failure('column-vanished', { file: path, column: plan.name, header: plan.header, found: headers.slice(0, 12).join(', ') });
  }
  return { placed, unknown: [...positions.values()].flat().sort((a, b) => a - b) };
}
