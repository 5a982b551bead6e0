import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { launchApp } from './browser.ts';

const isElectron = process.env.PLUMBLINE_E2E === 'electron';

it('opens on the start screen, under its own policy', async () => {
  const { page } = await launchApp();
  await page.getByRole('button', { name: 'Open the sample study' }).waitFor();
  const refused = await page.evaluate(async () => {
    const outcome = (work: () => unknown) => {
      try {
        work();
        return 'allowed';
      } catch {
        return 'refused';
      }
    };
    return {
      evaluated: outcome(() => Reflect.construct(Function, ['return 1'])),
      token: window.location.hash,
    };
  });
  expect(refused).toEqual({ evaluated: 'refused', token: '' });
});

it.skipIf(isElectron)('says so when the page has not the key of this start', async () => {
  const { page, problems } = await launchApp();
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.getByText('does not have the key of the running Plumbline').first().waitFor();
  // The browser itself reports the refused requests.
  problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('403')));
});

it.skipIf(isElectron || process.platform !== 'linux')('says so when the engine stopped, and goes on with the same study', async () => {
  const app = await launchApp();
  const { page } = app;
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await page
    .getByRole('link', { name: 'Book' })
    .or(page.getByRole('button', { name: 'Book' }))
    .first()
    .click();
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
  const engine = readFileSync(`/proc/${app.process}/task/${app.process}/children`, 'utf8').trim();
  execFileSync('kill', ['-KILL', engine]);
  await page
    .getByText(/engine stopped/i)
    .first()
    .waitFor();
  await page.reload();
  await page.getByText('Sample', { exact: false }).first().waitFor();
});
