import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchApp } from './browser.ts';
import { openSample } from './openSample.ts';

const records = Array.from(
  { length: 60 },
  (_, index) => `${String(index + 1).padStart(4, '0')},0${1 + (index % 9)}/04/2024,${index * 10},plain`,
);
const bad = [
  'id,joined,seats,note',
  ...records,
  '0061,05/04/2024,many,<img src=x onerror=alert(1)>',
  '0062,05/04/2024,7,=2+3',
  '0063,05/04/2024,8,too,long',
].join('\n');

async function badFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline it's "));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'bad cells.csv');
  await writeFile(path, bad);
  return path;
}

async function newStudy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New study' }).click();
  await page.keyboard.type('Bad cells');
  await page.keyboard.press('Enter');
  await page.getByText('Begin with the list of accounts').waitFor();
}

async function importBadFile(page: Page): Promise<void> {
  await page.getByLabel(/type a path/).fill(await badFile());
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /Import bad cells/ });
  await dialog.getByLabel('How the dates of joined are written').selectOption('day-month-year');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await page.getByText('63 rows in the file = 62 loaded + 1 rejected').waitFor();
}

describe('the sources', () => {
  it('imports nothing before an ambiguous date is settled', async () => {
    const { page } = await launchApp();
    await newStudy(page);
    await page.getByLabel(/type a path/).fill(await badFile());
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Import bad cells/ });
    await dialog.getByText('Say how the dates of joined are written').waitFor();
    expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Type of joined').selectOption('text');
    await expect.poll(() => dialog.getByRole('button', { name: 'Import' }).isEnabled()).toBe(true);
    expect(await dialog.getByLabel('Type of id').inputValue()).toBe('text');
  });

  it('shows what was read, what was not and why, and nothing in a file becomes markup', async () => {
    const { page } = await launchApp();
    await newStudy(page);
    await importBadFile(page);
    await page.getByRole('tab', { name: /Not read/ }).click();
    const table = page.getByRole('grid', { name: /not read/ });
    await table.getByText('row rejected').waitFor();
    const cell = table.getByRole('row').filter({ hasText: 'cell missing' });
    expect(await cell.textContent()).toMatch(/seats.*many/);
    await page.getByRole('tab', { name: 'Rows' }).click();
    await page.getByLabel('Search all columns').fill('onerror');
    await page.getByText('1 of 62 rows').waitFor();
    expect(await page.getByText('<img src=x onerror=alert(1)>').count()).toBe(1);
    expect(await page.locator('img').count()).toBe(0);
  });

  it('exports what was not read, as a file', async () => {
    const { page } = await launchApp();
    await newStudy(page);
    await importBadFile(page);
    await page.getByRole('tab', { name: /Not read/ }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
    const written = await readFile(await download.path(), 'utf8');
    expect(written.split('\n').filter(Boolean)).toHaveLength(3);
    expect(written).toContain('many');
  });

  it('takes a source out and brings it back', async () => {
    const { page } = await launchApp();
    await newStudy(page);
    await importBadFile(page);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('bad cells · removed').waitFor();
    await page.getByRole('button', { name: 'Bring back' }).first().click();
    await page.getByText('63 rows in the file').first().waitFor();
  });

  it('takes files through the file chooser and by dropping', async () => {
    const { page } = await launchApp();
    await newStudy(page);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Import files' }).click()]);
    await chooser.setFiles({ name: 'chosen.csv', mimeType: 'text/csv', buffer: Buffer.from('id,seats\n1,2\n2,3\n') });
    await page.getByRole('dialog', { name: 'Import chosen.csv' }).getByRole('button', { name: 'Import' }).click();
    await page.getByText('2 rows in the file = 2 loaded').waitFor();

    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['id;seats\n1;2\n'], 'dropped.csv'));
      return transfer;
    });
    const target = page.getByRole('heading', { name: 'What they mean' });
    await target.dispatchEvent('dragover', { dataTransfer: dropped });
    await target.dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('dialog', { name: 'Import dropped.csv' }).getByRole('button', { name: 'Import' }).click();
    await page.getByText('1 row in the file = 1 loaded').waitFor();
  });

  it('cancels an import and leaves the study as it was', async () => {
    const { page, home } = await launchApp();
    const path = join(home, 'long.csv');
    await writeFile(path, `id,seats,note\n${'1,2,a longer text that takes some time to read\n'.repeat(1_500_000)}`);
    await newStudy(page);
    await page.getByLabel(/type a path/).fill(path);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled; nothing was changed.').waitFor();
    await page.getByText('Begin with the list of accounts').waitFor();
  });

  it('says what is wrong with a path, and goes on', async () => {
    const { page } = await launchApp();
    await newStudy(page);
    await page.getByLabel(/type a path/).fill('/nowhere/at-all.csv');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('alert').getByText('/nowhere/at-all.csv').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Begin with the list of accounts').waitFor();
  });

  it('undoes and redoes what was said of the data, and saves it', async () => {
    const { page, home } = await launchApp();
    await openSample(page, 'Sources');
    await page.getByRole('button', { name: /^Metrics/ }).click();
    const name = page.getByLabel('Name', { exact: true });
    const before = await name.inputValue();
    await name.fill('Renamed here');
    await name.press('Enter');
    await page.getByRole('heading', { name: 'Renamed here' }).waitFor();
    const saved = () => readFile(join(home, 'sample-study', 'study.json'), 'utf8');
    await expect.poll(saved).toContain('Renamed here');
    await page.getByRole('heading', { name: 'Renamed here' }).click();
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByRole('heading', { name: before }).waitFor();
    await expect.poll(saved).not.toContain('Renamed here');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await page.getByRole('heading', { name: 'Renamed here' }).waitFor();
  });
});
