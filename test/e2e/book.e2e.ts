import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchApp } from './browser.ts';
import { openSample } from './openSample.ts';
import { violationsOn } from './violationsOn.ts';

const accounts = (page: Page) => page.getByRole('grid', { name: 'Accounts' });
const firstScore = (page: Page) => accounts(page).getByRole('row').nth(1).getByRole('gridcell').nth(3);

/** Filters the worklist to the red accounts. @returns how many there are */
async function seeRed(page: Page): Promise<number> {
  const red = page.getByRole('button', { name: /^Red/ });
  const count = Number(/\d+/.exec((await red.textContent()) ?? '')?.[0]);
  await red.click();
  await page.getByText(new RegExp(`^${count} of \\d+ accounts$`)).waitFor();
  return count;
}

/** Pixels by which the window's content is larger than the window: only panels may scroll. */
const overflow = () => {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
};

describe('the book', () => {
  it("shows the columns that are chosen, the account's own among them, by keyboard, and remembers them", async () => {
    const { page } = await launchApp();
    await openSample(page, 'Book');
    const headers = () => accounts(page).getByRole('columnheader').allTextContents();
    const industry = accounts(page).getByRole('columnheader', { name: 'industry' });
    await firstScore(page).waitFor();
    expect((await headers()).join()).not.toContain('industry');

    await page.getByRole('button', { name: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    expect(await violationsOn(page)).toEqual([]);
    const choice = page.getByRole('menuitemcheckbox', { name: 'industry' });
    while (!(await choice.evaluate((item) => item === document.activeElement))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await choice.getAttribute('aria-checked')).toBe('true');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await industry.waitFor();
    expect((await headers()).join()).not.toContain('Segment');

    await industry.click();
    await expect.poll(() => industry.getAttribute('aria-sort')).toBe('ascending');
    const at = (await headers()).findIndex((header) => header.startsWith('industry'));
    const seen = async () => {
      const rows = (await accounts(page).getByRole('row').all()).slice(1, 11);
      return Promise.all(rows.map((row) => row.getByRole('gridcell').nth(at).textContent()));
    };
    // By score the first ten are of many industries; in order they are of the first one or two.
    await expect.poll(async () => new Set(await seen()).size).toBeLessThan(3);
    expect(await seen()).toEqual((await seen()).sort());

    await page.reload();
    await page.getByRole('navigation').getByRole('button', { name: /Book/ }).click();
    await industry.waitFor();
  });

  it('answers "why is this account red?" with contributions that add up, down to the source rows', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Book');
    await seeRed(page);
    await firstScore(page).click();

    const why = page.getByRole('table', { name: /contributions add up/ });
    await why.waitFor();
    const sum = Number(await why.locator('tfoot tr').first().locator('td').textContent());
    const leaves = await why
      .locator('tbody tr')
      .filter({ has: page.locator('button[aria-expanded]') })
      .locator('td:last-child')
      .allTextContents();
    const earned = leaves.map((text) => Number.parseFloat(text)).filter((points) => !Number.isNaN(points));
    expect(earned.length).toBeGreaterThan(3);
    // Each is shown to one decimal, so the sum of what is shown may be off by half a digit per line.
    expect(Math.abs(earned.reduce((total, points) => total + points, 0) - sum)).toBeLessThan(0.05 * (earned.length + 1));
    expect(await page.getByText(/is Red mostly because of/).count()).toBe(1);

    await why.getByRole('button', { name: 'Usage trend' }).click();
    await page.getByRole('button', { name: 'Source rows' }).click();
    await page.getByRole('dialog').getByRole('grid').getByRole('row').nth(1).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('is searched, filtered in words, sorted and walked by keyboard, and says what is wrong with a filter', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Book');
    await firstScore(page).waitFor();
    const worst = Number.parseFloat(/[\d.]+/.exec((await firstScore(page).textContent()) ?? '')![0]);
    await page.getByRole('columnheader', { name: 'Score' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Score' }).and(page.locator('[aria-sort=descending]')).waitFor();
    await expect
      .poll(async () => Number.parseFloat(/[\d.]+/.exec((await firstScore(page).textContent()) ?? '')![0]))
      .toBeGreaterThan(worst);

    const filter = page.getByRole('textbox', { name: 'Filter in words' });
    await filter.fill('industry = ');
    await filter.press('Enter');
    await page.getByRole('alert').getByText('At character').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });

    await page.getByRole('searchbox').fill('no such account anywhere');
    await page.getByText('No account is seen').waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await firstScore(page).waitFor();

    await accounts(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: /contributions add up/ }).waitFor();
  });

  it('is copied with headers and exported as it is seen; its charts as table and as picture with title and legend', async () => {
    const { page } = await launchApp({ context: { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true } });
    await openSample(page, 'Book');
    const seen = await seeRed(page);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText(`${seen} accounts copied`, { exact: false }).first().waitFor();
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(copied[0]).toMatch(/^Account\tSegment/);
    expect(copied).toHaveLength(seen + 1);

    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'What is seen as CSV' }).click();
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(seen + 1);

    const chart = page.getByRole('img', { name: /Health score of the book/ });
    await chart.waitFor();
    const actions = page.getByRole('button', { name: /Health score of the book.*chart actions/ });
    await actions.click();
    const picture = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
    const svg = await readFile(await (await picture).path(), 'utf8');
    expect(svg).toContain('Health score of the book');
    expect(svg).toMatch(/Red \(0 ≤ score &lt; \d+\)/);
    expect(svg).not.toContain('var(--');
    await actions.click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    await page.getByRole('table', { name: /Health score of the book/ }).waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is clean by axe-core, ${colorScheme}, narrow and wide`, async () => {
      const { page } = await launchApp({ context: { colorScheme } });
      await openSample(page, 'Book');
      await firstScore(page).click();
      await page
        .getByRole('table', { name: /contributions add up/ })
        .getByRole('button', { name: 'Usage trend' })
        .click();
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close the explanation' }).click();
      await page.setViewportSize({ width: 800, height: 1000 });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(overflow)).toEqual({ right: 0, below: 0 });
    });
  }
});
