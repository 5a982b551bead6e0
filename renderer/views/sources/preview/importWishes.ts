import type { Inspection } from '../../../../shared/contract/sourceCalls.ts';
import type { ColumnPlan, ImportPlan, ImportWishes } from '../../../../shared/model/source.ts';

/** The wishes after a change to how the file is cut into cells; what was decided per column no longer fits and is found anew. */
export function withReading(wishes: ImportWishes, change: Omit<ImportWishes, 'columns'>): ImportWishes {
  const { columns: _, ...others } = wishes;
  return { ...others, ...change };
}

/** The plan on screen: what the inspection found, with what was decided per column since. */
export function shownPlan(inspection: Inspection, wishes: ImportWishes): ImportPlan {
  const decided = wishes.columns;
  return { ...inspection.plan, columns: decided?.length === inspection.plan.columns.length ? decided : inspection.plan.columns };
}

/** The wishes after a change to one column. */
export function withColumn(wishes: ImportWishes, plan: ImportPlan, index: number, change: Partial<ColumnPlan>): ImportWishes {
  return { ...wishes, columns: plan.columns.map((column, at) => (at === index ? { ...column, ...change } : column)) };
}

/** Columns whose dates fit two orders and for which nobody has said which; the import waits for these. */
export function unansweredDates(inspection: Inspection, plan: ImportPlan, answered: ReadonlySet<string>): string[] {
  return inspection.columns.flatMap((finding, index) => {
    const column = plan.columns[index];
    const isDate = column?.keep && (column.type === 'date' || column.type === 'timestamp');
    return isDate && finding.ambiguousDates && !answered.has(column.header) ? [column.name] : [];
  });
}

/** Names that two kept columns share, ignoring case. */
export function repeatedNames(plan: ImportPlan): string[] {
  const seen = new Set<string>();
  return plan.columns.flatMap(({ name, keep }) => {
    const key = name.toLowerCase();
    if (!keep || !seen.has(key)) {
      if (keep) seen.add(key);
      return [];
    }
    return [name];
  });
}
