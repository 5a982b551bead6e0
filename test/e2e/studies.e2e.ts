import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchApp } from './browser.ts';

async function createStudy(page: Page, name: string, folder: string): Promise<void> {
  await page.getByRole('button', { name: 'New study' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Folder').fill(folder);
  await page.keyboard.press('Enter');
  await page.getByText('Begin with the list of accounts').waitFor();
}

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Study actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const nameInFile = async (folder: string) => JSON.parse(await readFile(join(folder, 'study.json'), 'utf8')).name;

describe('studies', () => {
  it('are created, renamed, duplicated, moved, closed and found again', async () => {
    const { page, home } = await launchApp();
    const folder = join(home, "the analyst's study");
    await createStudy(page, 'First', folder);

    await act(page, 'Rename');
    await page.getByLabel('Name', { exact: true }).fill('Renamed');
    await page.keyboard.press('Enter');
    await expect.poll(() => nameInFile(folder)).toBe('Renamed');

    await act(page, 'Duplicate');
    await page.getByLabel('Folder').fill(join(home, 'copy'));
    await page.keyboard.press('Enter');
    await page.getByText('is open now').waitFor();
    expect(await nameInFile(join(home, 'copy'))).toBe('Renamed (copy)');

    await act(page, 'Move');
    await page.getByLabel('Folder').fill(join(home, 'moved'));
    await page.keyboard.press('Enter');
    await page.getByText('The study is at').waitFor();
    expect(await nameInFile(join(home, 'moved'))).toBe('Renamed (copy)');

    await act(page, 'Close study');
    await page.getByRole('button', { name: /the analyst's study/ }).click();
    await page.getByText('Begin with the list of accounts').waitFor();
  });

  it('a damaged one says where, and opens from its last good copy', async () => {
    const { page, home } = await launchApp();
    const folder = join(home, 'damaged');
    await createStudy(page, 'Whole', folder);
    await act(page, 'Rename');
    await page.getByLabel('Name', { exact: true }).fill('Still whole');
    await page.keyboard.press('Enter');
    await expect.poll(() => nameInFile(folder)).toBe('Still whole');
    await act(page, 'Close study');
    await page.getByText('Recent studies').waitFor();

    await truncate(join(folder, 'study.json'), 40);
    await page.getByRole('button', { name: /damaged/ }).click();
    await page.getByRole('alert').getByText('study.json is damaged').waitFor();
    await page.getByRole('button', { name: 'Open the last good copy' }).click();
    await page.getByText('Begin with the list of accounts').waitFor();
  });

  it('one that does not exist is said by name, and nothing else changes', async () => {
    const { page } = await launchApp();
    await page.getByRole('button', { name: 'Open a study' }).click();
    await page.getByLabel('Folder').fill('/nowhere/q3');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('/nowhere/q3').waitFor();
    await page.getByText('Recent studies').waitFor();
  });
});
