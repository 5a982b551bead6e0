import { readFile } from 'node:fs/promises';
import type { StudyStore } from '../study/StudyStore.ts';

/** A look at a confirmation set: what was seen there is no longer unseen for whatever is tuned afterwards. */
export interface Opening {
  at: string;
  /** What it was opened for. */
  version: string;
  /** The run that looked. Made again on the same data, it learns nothing new and is no second look. */
  run: string;
  /** Of the confirmation set (`confirmationKey`). */
  set: string;
  /** Id of the outcome it was opened by, and the data of that day. */
  outcome: string;
  dataFingerprint: string;
}

const action = 'open-confirmation';

/** Every opening of a confirmation set, oldest first: lines of audit.ndjson, which only grows. */
export async function readOpenings(store: Pick<StudyStore, 'resolve'>, set: string): Promise<Opening[]> {
  const text = await readFile(store.resolve('audit.ndjson'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const entry = parsed(line);
    if (entry?.action !== action || entry.set !== set) return [];
    const { at, version, run, outcome, dataFingerprint } = entry;
    return [
      {
        at: String(at),
        version: String(version),
        run: String(run),
        set,
        outcome: String(outcome),
        dataFingerprint: String(dataFingerprint),
      },
    ];
  });
}

/**
 * Writes an opening down, unless the same run has looked before. To be called before anything of the confirmation set is shown.
 * @returns the how-many-eth opening of the set it is, from 1
 * @throws Failure `disk-full`, `disk-refused`
 */
export async function recordOpening(store: Pick<StudyStore, 'resolve' | 'audit'>, opening: Omit<Opening, 'at'>): Promise<number> {
  const before = await readOpenings(store, opening.set);
  const place = before.findIndex(({ run }) => run === opening.run);
  if (place >= 0) return place + 1;
  await store.audit({ action, ...opening });
  return before.length + 1;
}

/** A line that a crash cut short is no entry. */
function parsed(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown> | null;
  } catch {
    return null;
  }
}
