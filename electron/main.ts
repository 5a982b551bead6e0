import { join } from 'node:path';
import { app } from 'electron';
import { engineScript, pagesDirectory, resourcesDirectory, userDirectory } from './directories.ts';
import type { EngineArguments } from './engineProcess.ts';
import { startDesktop } from './shell/startDesktop.ts';

const engine: EngineArguments = { userDirectory: userDirectory(), resourcesDirectory, parent: process.pid };

// Not awaited: Electron is ready only once this module has run to its end.
startDesktop({ pages: pagesDirectory, preload: join(import.meta.dirname, 'preload.cjs'), engineScript, engine }).catch((error: unknown) => {
  console.error(error);
  app.exit(1);
});
