import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchApp } from './browser.ts';

const explained = (page: Page) => page.getByText(/is Red mostly because of/);

describe("a newcomer's path from the empty window to “why is this account red?”", () => {
  it('by mouse', async () => {
    const { page } = await launchApp();
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await page.getByRole('button', { name: /^Red/ }).click();
    await page.getByText(/^\d+ of \d+ accounts$/).waitFor();
    const row = page.getByRole('grid', { name: 'Accounts' }).getByRole('row').nth(3);
    const account = (await row.getByRole('gridcell').first().textContent()) ?? '';
    await row.click();
    await explained(page).waitFor();
    expect(await explained(page).textContent()).toContain(account);
  });

  it('by keyboard alone', async () => {
    const { page } = await launchApp();
    await page.getByRole('button', { name: 'Open the sample study' }).waitFor();
    await tabTo(page, 'Open the sample study');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Accounts' }).waitFor();
    await tabTo(page, 'Accounts');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await explained(page).waitFor();
  });

  it('every screen that exists is a command away and has something real in it', async () => {
    const { page } = await launchApp();
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await page.getByRole('navigation').waitFor();
    const expected = { Sources: '420 rows', Model: 'Active share of licences', Book: 'Worklist' };
    for (const [screen, content] of Object.entries(expected)) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type(screen);
      await page.keyboard.press('Enter');
      await page.getByText(content).first().waitFor();
    }
  });

  it('comes from files of their own to a scored book', async () => {
    const { page } = await launchApp();
    await page.getByRole('button', { name: 'New study' }).click();
    await page.keyboard.type('Mine');
    await page.keyboard.press('Enter');
    for (const name of ['accounts', 'usage']) {
      await page.getByLabel(/type a path/).fill(resolve(`docs/examples/panel/${name}.csv`));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByText(new RegExp(`^${name}: \\d rows in the file`)).waitFor();
    }
    await page.getByRole('button', { name: 'Propose …' }).click();
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByRole('navigation').getByRole('button', { name: /Model/ }).click();
    await page.getByRole('button', { name: 'Start with these' }).click();
    await page.getByLabel('Weight of Tenure').first().waitFor();
    await page.getByRole('navigation').getByRole('button', { name: /Book/ }).click();
    await page.getByRole('grid', { name: 'Accounts' }).getByText('Birch Freight Ltd').click();
    await page.getByRole('table', { name: /contributions add up/ }).waitFor();
  });

  it('a page that is loaded again goes on with the study', async () => {
    const { page } = await launchApp();
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await page.getByRole('navigation').waitFor();
    await page.reload();
    await page.getByRole('navigation').waitFor();
    await page.getByRole('grid').getByRole('row').nth(1).waitFor();
  });
});

/** Presses Tab until the element of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent;
    });
    if (focused === name) return;
  }
  throw new Error(`Tab does not reach "${name}".`);
}
