import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { launchApp } from './browser.ts';
import { openSample } from './openSample.ts';

const isElectron = process.env.PLUMBLINE_E2E === 'electron';

it('opens on the start screen, its key out of sight', async () => {
  const { page } = await launchApp();
  await page.getByRole('button', { name: 'Open the sample study' }).waitFor();
  expect(await page.evaluate(() => window.location.hash)).toBe('');
});

it('may neither ask another origin nor make a script from text', async () => {
  const { page, problems } = await launchApp();
  const refused = await page.evaluate(async () => ({
    asked: await fetch('http://127.0.0.1:9/').then(
      () => false,
      () => true,
    ),
    opened: await new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
        if (blockedURI.startsWith('ws:')) resolve(false);
      });
      try {
        new WebSocket('ws://127.0.0.1:9/').onopen = () => resolve(true);
      } catch {
        resolve(false);
      }
    }),
    namedAnother: (() => {
      try {
        window.trustedTypes!.createPolicy('another', { createScriptURL: () => '' });
        return true;
      } catch {
        return false;
      }
    })(),
    // In a timer, because what a debugger evaluates is excepted from the policy.
    made: await new Promise((resolve) => {
      setTimeout(() => {
        try {
          Reflect.construct(Function, ['return 1']);
          resolve(false);
        } catch {
          resolve(true);
        }
      });
    }),
  }));
  expect(refused).toEqual({ asked: true, opened: false, made: true, namedAnother: false });
  const told = problems.splice(0, problems.length);
  expect(told.length).toBeGreaterThan(0);
  expect(
    told.filter(
      (problem) =>
        !/Content Security Policy|Fetch API cannot load|Trusted(?:Script|TypePolicy)|asked for http:\/\/127\.0\.0\.1:9\/|socket to ws:\/\/127\.0\.0\.1:9\//.test(
          problem,
        ),
    ),
  ).toEqual([]);
});

it.skipIf(isElectron)('sends its calls over one socket of its own', async () => {
  const { page } = await launchApp();
  await page.getByRole('button', { name: 'Open the sample study' }).waitFor();
  const opening = page.waitForEvent('websocket');
  await page.reload();
  const socket = await opening;
  expect(new URL(socket.url()).pathname).toBe('/calls');
  // A worker's, so that the answers behind frame upon frame can be taken in.
  await expect.poll(() => page.workers().length).toBe(1);
  await openSample(page, 'Book');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'What-if' }).click();
  await page.getByText('outline: baseline · exact').waitFor();
  expect(requests.filter((path) => path.startsWith('/call/'))).toEqual([]);
});

it.skipIf(isElectron)('says so when the page has not the key of this start', async () => {
  const { page, problems } = await launchApp();
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.getByText('does not have the key of the running Plumbline').first().waitFor();
  // The browser itself reports the refused requests.
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('403')));
});

it('opens the study that the command line names', async () => {
  const home = await mkdtemp(join(tmpdir(), 'plumbline-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const study = join(home, 'third quarter');
  execFileSync(process.execPath, ['bin/plumbline.js', 'create', study, '--name', 'Named when it was started'], {
    env: { ...process.env, PLUMBLINE_HOME: home },
  });
  const { page } = await launchApp({ home, open: study });
  await page.getByText('Named when it was started').first().waitFor();
});
