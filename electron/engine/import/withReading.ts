import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Database } from '../database/Database.ts';
import { diskFailure } from '../study/diskFailure.ts';
import type { ReadContext } from './Layout.ts';

export interface ReadingLimits {
  memoryLimit?: string | undefined;
  threads?: number | undefined;
}

/** Opens a database that can reach one file and a new working folder and nothing else, for as long as `work` runs; then both are gone. */
export async function withReading<Value>(
  path: string,
  workFolder: string,
  signal: CancelSignal,
  limits: ReadingLimits,
  work: (context: ReadContext) => Promise<Value>,
): Promise<Value> {
  try {
    await mkdir(workFolder, { recursive: true });
  } catch (error) {
    throw diskFailure(error, workFolder);
  }
  try {
    const database = await Database.open({
      temporaryDirectory: workFolder,
      allowedDirectories: [workFolder],
      allowedPaths: [resolve(path)],
      ...(limits.memoryLimit ? { memoryLimit: limits.memoryLimit } : {}),
      ...(limits.threads ? { threads: limits.threads } : {}),
    });
    try {
      return await work({ database, workFolder, signal });
    } catch (error) {
      throw diskFailure(error, workFolder);
    } finally {
      await database.close();
    }
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}
