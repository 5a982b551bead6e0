import type { DateOrder, ImportPlan } from '../../shared/model/source.ts';
import type { CallEngine } from './Verb.ts';

/** The plan proposed for a file, with the columns whose dates could be either way round read in the given order. */
export async function planWithDateOrder(
  call: CallEngine,
  path: string,
  stored: ImportPlan | undefined,
  order: DateOrder,
): Promise<ImportPlan> {
  const { plan, columns } = await call('inspect-file', { path, plan: stored });
  const isOpen = new Set(columns.filter(({ ambiguousDates }) => ambiguousDates !== null).map(({ name }) => name));
  return { ...plan, columns: plan.columns.map((column) => (isOpen.has(column.name) ? { ...column, dateOrder: order } : column)) };
}
