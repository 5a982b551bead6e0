// After `npm ci`: builds, so that `npm start` and `npx plumbline` work at once. The first `npx` links this folder and comes here too,
// with everything built already.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (process.env.npm_command !== 'exec' || !existsSync(new URL('../out/electron/cli.js', import.meta.url))) {
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
}
