import { readdir } from 'node:fs/promises';

/** Names in a folder; none when it does not exist. */
export function folderNames(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
