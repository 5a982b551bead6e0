import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What comes with Plumbline: templates and the sample's generator. Valid in the built doors, which lie in out/electron. */
export const resourcesDirectory = join(import.meta.dirname, '../../resources');

/** The built window. */
export const pagesDirectory = join(import.meta.dirname, '../renderer');

/** The entry of the engine's own process. */
export const engineScript = join(import.meta.dirname, 'engine.js');

/** Where this user's recent list, default studies and sample lie; the same for every door. PLUMBLINE_HOME names another place. */
export function userDirectory(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const { PLUMBLINE_HOME, APPDATA, XDG_DATA_HOME } = environment;
  if (PLUMBLINE_HOME) return resolve(PLUMBLINE_HOME);
  if (platform === 'win32') return join(APPDATA ?? join(homedir(), 'AppData/Roaming'), 'Plumbline');
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/Plumbline');
  return join(XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'plumbline');
}
