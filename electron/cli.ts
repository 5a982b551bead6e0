import { text } from 'node:stream/consumers';
import { runCommandLine } from './cli/runCommandLine.ts';
import { resourcesDirectory, userDirectory } from './directories.ts';
import { createEngine } from './engine/createEngine.ts';

const cancel = new AbortController();
process.once('SIGINT', () => {
  cancel.abort();
  // A second Ctrl+C does not wait. `process.exit` would, for DuckDB's running queries.
  process.once('SIGINT', () => process.kill(process.pid, 'SIGKILL'));
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  engine: createEngine({ userDirectory: userDirectory(), resourcesDirectory }),
  folder: process.cwd(),
  output: process.stdout,
  errors: process.stderr,
  readInput: () => text(process.stdin),
  signal: cancel.signal,
});
