import { readFile } from 'node:fs/promises';
import type { StudyStore } from '../study/StudyStore.ts';

/** A look at the confirmation set: once looked at for a version, it is no longer unseen for it. */
export interface Opening {
  at: string;
  version: string;
  outcome: string;
}

const action = 'open-confirmation';

/** Every opening of an outcome's confirmation set, oldest first: lines of audit.ndjson, which only grows. */
export async function readOpenings(store: Pick<StudyStore, 'resolve'>, outcome: string): Promise<Opening[]> {
  const text = await readFile(store.resolve('audit.ndjson'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const entry = parsed(line);
    return entry?.action === action && entry.outcome === outcome ? [{ at: String(entry.at), version: String(entry.version), outcome }] : [];
  });
}

/** Writes an opening down. To be called before anything of the confirmation set is shown. @throws Failure `disk-full`, `disk-refused` */
export function recordOpening(store: Pick<StudyStore, 'audit'>, { version, outcome }: Omit<Opening, 'at'>): Promise<void> {
  return store.audit({ action, version, outcome });
}

/** A line that a crash cut short is no entry. */
function parsed(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}
