// npm test: types, lint, build, unit and integration tests, then the end-to-end tests in Chromium. Everything runs, whatever failed before;
// the last line is the sum. Where it is permitted the tests run with the network cut off.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withNetworkCut } from './networkCut.js';
import { provideChromium } from './provideChromium.js';

const project = fileURLToPath(new URL('..', import.meta.url));
const sum = { passed: 0, failed: 0, skipped: 0 };

for (const room of ['shared', 'electron', 'renderer', 'test']) check(`types of ${room}`, 'typescript/bin/tsc', ['-p', room]);
check('lint', '@biomejs/biome/bin/biome', ['check', '.']);
const isBuilt = [
  check('build of the window', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  check('build of the doors', 'vite/bin/vite.js', ['build', '--logLevel', 'warn', '-c', 'vite.electron.config.ts']),
  check('build of the preload script', 'vite/bin/vite.js', ['build', '--logLevel', 'warn', '-c', 'vite.preload.config.ts']),
].every(Boolean);
runTests('unit and integration tests', []);
runEndToEnd();

console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed === 0 ? 0 : 1;

/** Counts as one test. @returns whether it passed */
function check(name, tool, args) {
  console.log(`\n== ${name}`);
  const passed = run(tool, args);
  sum[passed ? 'passed' : 'failed']++;
  return passed;
}

function runEndToEnd() {
  const config = ['-c', 'test/e2e/vitest.config.ts'];
  const chromium = isBuilt ? provideChromium() : null;
  if (chromium) return runTests('end-to-end tests', config, { PLUMBLINE_CHROMIUM: chromium });
  console.log(
    `\n== end-to-end tests\nSkipped: ${isBuilt ? 'no Chromium was found; install one, or name it in PLUMBLINE_CHROMIUM' : 'the build failed'}.`,
  );
  if (process.env.CI) sum.failed++;
  // A name that no test has: all are counted as skipped.
  else runTests('end-to-end tests, skipped', [...config, '-t', 'no test has this name', '--passWithNoTests']);
}

function runTests(name, args, environment = {}) {
  console.log(`\n== ${name}`);
  const report = `${project}out/test-report.json`;
  rmSync(report, { force: true });
  const succeeded = run(
    'vitest/vitest.mjs',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    environment,
    true,
  );
  if (!existsSync(report)) return void sum.failed++;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  const failed = numFailedTests + broken.length;
  sum.passed += numPassedTests;
  // An error outside of any test fails the run too.
  sum.failed += failed === 0 && !succeeded ? 1 : failed;
  sum.skipped += numPendingTests + numTodoTests;
}

function run(tool, args, environment = {}, isTest = false) {
  const node = { command: process.execPath, args: [`${project}node_modules/${tool}`, ...args] };
  const { command, args: all } = (isTest && withNetworkCut(node.command, node.args)) || node;
  return spawnSync(command, all, { cwd: project, stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0;
}
