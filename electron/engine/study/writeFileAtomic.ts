import { copyFile, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diskFailure } from './diskFailure.ts';

/**
 * Replaces a file's content so that a kill at any moment leaves the old or the new content, never a mixture.
 * With `previous` the old content stays under that name. @throws Failure `disk-full`, `disk-refused`
 */
export async function writeFileAtomic(path: string, content: string, previous?: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (previous) await keepPrevious(path, previous);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw diskFailure(error, path);
  }
  // The new content is there: that a power cut could still bring the old one back is no failure to write it.
  await syncFolder(dirname(path)).catch(() => {});
}

async function keepPrevious(path: string, previous: string): Promise<void> {
  const temporary = `${previous}.tmp`;
  await rm(temporary, { force: true });
  try {
    await link(path, temporary);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return;
    await copyFile(path, temporary);
  }
  await rename(temporary, previous);
}

/** Makes renames in a folder durable. Windows cannot open folders and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
