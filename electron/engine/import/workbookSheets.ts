import readWorkbook, { type Sheet } from 'read-excel-file/node';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import { checkArchive } from './checkArchive.ts';

/** The sheets of a workbook with their rows. @throws Failure `workbook-damaged`, `workbook-too-large` */
export async function workbookSheets(path: string, signal: CancelSignal): Promise<Sheet[]> {
  await checkArchive(path, signal);
  try {
    return await readWorkbook(path, { trim: false });
  } catch (error) {
    throw new Failure('workbook-damaged', { file: path, problem: (error as Error).message });
  }
}

/** A cell as text: days as 2024-02-29, points in time with their clock, numbers in full. Null when empty. */
export function cellText(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return 'not a date';
  const [day, clock] = cell.toISOString().slice(0, 19).split('T');
  return clock === '00:00:00' ? day! : `${day} ${clock}`;
}
