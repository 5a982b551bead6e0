import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

const ownNames = ['study.json', 'study.previous.json', 'audit.ndjson', 'data', 'versions', 'evidence', '.work'];

/** Removes a study from a folder, and the folder when nothing of the analyst's own is left in it. */
export async function removeStudyFolder(folder: string): Promise<void> {
  for (const name of ownNames) await rm(join(folder, name), { recursive: true, force: true });
  await rmdir(folder).catch(() => {});
}
