#!/usr/bin/env node
import { existsSync } from 'node:fs';

const commandLine = new URL('../out/electron/cli.js', import.meta.url);
if (existsSync(commandLine)) await import(commandLine);
else {
  console.error('Plumbline is not built yet: run "npm run build" in its folder first.');
  process.exitCode = 1;
}
