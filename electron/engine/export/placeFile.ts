import { copyFile, rm } from 'node:fs/promises';
import { moveIntoPlace } from '../import/moveIntoPlace.ts';
import { diskFailure } from '../study/diskFailure.ts';

/** Brings a finished file to any folder, of any disk: copied beside its target first, so that the target is replaced in one step. */
export async function placeFile(from: string, target: string): Promise<void> {
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await copyFile(from, beside);
    await moveIntoPlace(beside, target);
  } catch (error) {
    throw diskFailure(error, target);
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
}
