// npm start: the desktop window where the Electron binary is or can be had, else the same app in the local browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { electronBinary, fetchElectron } from './electronBinary.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

if (!existsSync(new URL('../out/electron/serve.js', import.meta.url))) await run('npm', ['run', 'build']);

const reason = reasonAgainstWindow() ?? (await reasonAgainstBinary());
if (reason === null && (await desktop())) process.exitCode = 0;
else {
  console.log(`${reason ?? 'The desktop window could not start'}; Plumbline opens in your browser instead.`);
  process.exitCode = await run(process.execPath, ['out/electron/serve.js', ...args]);
}

/** Why no window can be shown here, in words; null when one can. */
function reasonAgainstWindow() {
  if (process.platform !== 'linux') return null;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no screen for a desktop window here';
  if (process.getuid?.() === 0) return 'The desktop window does not run as root, because its sandbox would be off';
  return null;
}

/** Why the Electron binary is not there, in words; null when it is. */
async function reasonAgainstBinary() {
  if (electronBinary()) return null;
  if (process.env.CI) return 'The Electron binary is not installed';
  return (await fetchElectron()) ? null : 'The Electron binary could not be fetched ("npx install-electron" tries again)';
}

/** @returns false when the window ended at once without having been shown: its sandbox or a library is missing */
async function desktop() {
  const started = Date.now();
  const code = await run(electronBinary(), ['.', ...args.filter((argument) => !argument.startsWith('-'))]);
  return code === 0 || Date.now() - started > 5000;
}

/** Runs a program in this terminal. @returns its exit code */
function run(command, commandArgs) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArgs, { cwd: project, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
