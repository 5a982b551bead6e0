import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sortedJson } from './sortedJson.ts';
import { writeFileAtomic } from './writeFileAtomic.ts';

const recent = z.array(z.strictObject({ path: z.string(), name: z.string(), openedAt: z.string() }));
const kept = 20;
const fileOf = (userDirectory: string) => join(userDirectory, 'recent.json');

/** Recently opened studies, newest first; a damaged list is an empty one. */
export async function listRecentStudies(
  userDirectory: string,
): Promise<{ path: string; name: string; openedAt: string; present: boolean }[]> {
  const studies = await read(userDirectory);
  return Promise.all(
    studies.map(async (one) => ({
      ...one,
      present: await stat(join(one.path, 'study.json')).then(
        () => true,
        () => false,
      ),
    })),
  );
}

/** Puts a study first in the list. `movedFrom` drops the entry of its former place. */
export async function rememberStudy(userDirectory: string, path: string, name: string, movedFrom?: string): Promise<void> {
  const others = (await read(userDirectory)).filter((one) => one.path !== path && one.path !== movedFrom);
  await mkdir(userDirectory, { recursive: true });
  await writeFileAtomic(fileOf(userDirectory), sortedJson([{ path, name, openedAt: new Date().toISOString() }, ...others].slice(0, kept)));
}

async function read(userDirectory: string): Promise<z.infer<typeof recent>> {
  try {
    return recent.parse(JSON.parse(await readFile(fileOf(userDirectory), 'utf8')));
  } catch {
    return [];
  }
}
