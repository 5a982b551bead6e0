import type { Invoke } from '../../shared/contract/contract.ts';
import type { ColumnType } from '../../shared/model/source.ts';

/** Imports a file as it is proposed, with the types the analyst would correct. */
export async function importInto(invoke: Invoke, path: string, as: string, types: Record<string, ColumnType> = {}) {
  const { plan } = await invoke('inspect-file', { path });
  const columns = plan.columns.map((column) => ({ ...column, type: types[column.name] ?? column.type }));
  return (await invoke('import-source', { path, as, plan: { ...plan, columns } })).source;
}
