import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../../../shared/failure.ts';
import { diskFailure } from './diskFailure.ts';
import { folderNames } from './folderNames.ts';

/** Copies a study to a new or empty folder, study.json last, so that a copy cut short is never taken for a study. @throws Failure `study-exists`, `disk-full`, `disk-refused` */
export async function copyStudyFolder(from: string, to: string): Promise<string> {
  const target = resolve(to);
  const inside = `${target}/`.startsWith(`${from}/`);
  if (inside) throw new Failure('study-exists', { path: target });
  try {
    await mkdir(join(target, 'data'), { recursive: true });
    const there = (await readdir(target)).filter((name) => name !== 'data');
    if (there.length > 0 || (await readdir(join(target, 'data'))).length > 0) throw new Failure('study-exists', { path: target });
    for (const folder of ['data', 'versions', 'evidence']) {
      const names = await folderNames(join(from, folder));
      if (names.length > 0) await mkdir(join(target, folder), { recursive: true });
      for (const name of names) await copyFile(join(from, folder, name), join(target, folder, name), constants.COPYFILE_FICLONE);
    }
    for (const name of ['audit.ndjson', 'study.json'])
      await copyFile(join(from, name), join(target, `${name}.tmp`)).then(
        () => rename(join(target, `${name}.tmp`), join(target, name)),
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
        },
      );
    return target;
  } catch (error) {
    if (!(error instanceof Failure)) await rm(target, { recursive: true, force: true }).catch(() => {});
    throw diskFailure(error, target);
  }
}
