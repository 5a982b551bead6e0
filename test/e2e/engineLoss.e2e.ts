import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AppOnTest, launchApp } from './browser.ts';
import { openSample } from './openSample.ts';

const canKill = process.env.PLUMBLINE_E2E !== 'electron' && process.platform === 'linux';

/** Ends the engine's process as a crash would. */
function killEngine(app: AppOnTest): void {
  const engine = readFileSync(`/proc/${app.process}/task/${app.process}/children`, 'utf8').trim();
  execFileSync('kill', ['-KILL', engine]);
}

describe.skipIf(!canKill)('an engine that is killed', () => {
  it('during an import: the app says so, goes on, and the study is whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-big-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'big.csv');
    const line = (index: number) => `${index},${index % 97},${'x'.repeat(60)}`;
    await writeFile(path, ['id,seats,note', ...Array.from({ length: 400_000 }, (_, index) => line(index))].join('\n'));

    const app = await launchApp();
    const { page, home } = app;
    await openSample(page, 'Sources');
    const before = await readFile(join(home, 'sample-study', 'study.json'), 'utf8');
    await page.getByLabel(/type a path/).fill(path);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
    await page.getByText('Importing big').waitFor();
    killEngine(app);
    await page
      .getByText(/engine stopped/)
      .first()
      .waitFor();
    await page.getByText('Importing big').waitFor({ state: 'detached' });
    expect(await readFile(join(home, 'sample-study', 'study.json'), 'utf8')).toBe(before);
    await page.getByRole('button', { name: /^tickets/ }).click();
    await page.getByRole('grid').getByRole('row').nth(1).waitFor();
  });

  it('while an edit is being saved: the edit is on disk in the end', async () => {
    const app = await launchApp();
    const { page, home } = app;
    await openSample(page, 'Sources');
    await page.getByRole('button', { name: /^Metrics/ }).click();
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Survives the engine');
    await name.press('Enter');
    killEngine(app);
    await page
      .getByText(/engine stopped/)
      .first()
      .waitFor();
    await expect
      .poll(() => readFile(join(home, 'sample-study', 'study.json'), 'utf8'), { timeout: 20_000 })
      .toContain('Survives the engine');
  });
});
