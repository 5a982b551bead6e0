import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSample } from '../../../resources/sample/generateSample.ts';
import type { SampleOptions } from '../../../resources/sample/sampleOptions.ts';
import { type SampleFile, sampleFileNames } from '../../../resources/sample/sampleRows.ts';

const flushCharacters = 1 << 20;

/** Writes the sample's CSV files into an existing folder, streaming, and returns their paths by name. */
export async function writeSampleFiles(directory: string, options: Partial<SampleOptions> = {}): Promise<Record<SampleFile, string>> {
  const paths = Object.fromEntries(sampleFileNames.map((name) => [name, join(directory, `${name}.csv`)])) as Record<SampleFile, string>;
  const files = new Map<SampleFile, { handle: FileHandle; waiting: string }>();
  try {
    for (const name of sampleFileNames) files.set(name, { handle: await open(paths[name], 'w'), waiting: '' });
    for (const text of generateSample(options)) {
      for (const [name, file] of files) {
        file.waiting += text[name];
        if (file.waiting.length < flushCharacters) continue;
        await file.handle.writeFile(file.waiting);
        file.waiting = '';
      }
    }
    for (const { handle, waiting } of files.values()) await handle.writeFile(waiting);
  } finally {
    for (const { handle } of files.values()) await handle.close();
  }
  return paths;
}
