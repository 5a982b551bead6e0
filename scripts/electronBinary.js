import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/electron', import.meta.url));
const reachableWithinMs = 3000;
const fetchedWithinMs = 5 * 60_000;

/** Path of the Electron binary; null when it is not on disk. Reading the disk, because `require('electron')` would download. */
export function electronBinary() {
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Gets the binary with Electron's own installer, unless its host does not answer within three seconds. @returns whether it is there now */
export async function fetchElectron() {
  if (!existsSync(folder) || !(await isReachable())) return false;
  console.log('Fetching the Electron binary (about 110 MB, once) ...');
  await new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'inherit', timeout: fetchedWithinMs });
    installer.on('error', resolve);
    installer.on('exit', resolve);
  });
  return electronBinary() !== null;
}

async function isReachable() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const host = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  try {
    const answer = await fetch(`${host}v${version}/SHASUMS256.txt`, { method: 'HEAD', signal: AbortSignal.timeout(reachableWithinMs) });
    return answer.ok;
  } catch {
    return false;
  }
}
