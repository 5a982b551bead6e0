import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diskFailure } from '../study/diskFailure.ts';
import { syncFolder } from '../study/writeFileAtomic.ts';

/** Makes a finished file durable and gives it its name; whoever looks sees the old file or the whole new one. @throws Failure `disk-full`, `disk-refused` */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  try {
    const file = await open(from, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(from, to);
    await syncFolder(dirname(to));
  } catch (error) {
    throw diskFailure(error, to);
  }
}
