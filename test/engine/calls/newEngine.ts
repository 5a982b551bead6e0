import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine } from '../../../electron/engine/createEngine.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** An engine of its own with an empty user folder, closed when the test is. */
export function newEngine() {
  const userDirectory = join(temporaryFolder(), 'user');
  const engine = createEngine({ userDirectory, resourcesDirectory: join(import.meta.dirname, '../../../resources'), threads: 2 });
  onTestFinished(() => engine.close());
  return { ...engine, userDirectory };
}
