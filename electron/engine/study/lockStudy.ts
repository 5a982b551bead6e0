import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import { diskFailure } from './diskFailure.ts';

/**
 * Takes a study for this process. A lock left by a process that is gone is taken over.
 * @returns how to give it back. @throws Failure `study-in-use`, `disk-refused`, `disk-full`
 */
export async function lockStudy(folder: string, file: string): Promise<() => Promise<void>> {
  const mine = JSON.stringify({ process: process.pid, host: hostname() });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskFailure(error, file);
    }
    const holder = await readHolder(file);
    if (holder && isRunning(holder)) throw new Failure('study-in-use', { path: folder, process: holder.process, lock: file });
    await rm(file, { force: true });
  }
  throw new Failure('study-in-use', { path: folder, process: '?', lock: file });
}

interface Holder {
  process: number;
  host: string;
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>;
    return typeof holder.process === 'number' && typeof holder.host === 'string' ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

/** A holder on another machine (a shared folder) cannot be asked, so it is believed. */
function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.process, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
