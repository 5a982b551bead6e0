import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchApp } from './browser.ts';
import { openSample } from './openSample.ts';
import { violationsOn } from './violationsOn.ts';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const go = (page: Page, screen: string) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(screen) })
    .click();
const undo = (page: Page, what: RegExp) => page.getByRole('banner').getByRole('button', { name: what });
const nothingToUndo = (page: Page) => page.getByRole('button', { name: 'Nothing to undo' });
/** Opens a metric's bins, once every metric is measured and the rows have their order. */
async function openMetric(page: Page, name: string): Promise<void> {
  const measured = page.locator('[aria-busy=false]', { has: page.getByRole('grid', { name: 'Metrics against the outcome' }) });
  await measured.getByText(name, { exact: true }).click();
  await page.getByRole('img', { name: `Churned by ${name}` }).waitFor();
}

/** Pixels by which the window's content is wider than the window: only panels may scroll. */
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

describe('evidence', () => {
  it('says what to do while nothing says what happened', async () => {
    const { page, home } = await launchApp();
    await page.getByRole('button', { name: 'New study' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Empty');
    await page.getByLabel('Folder').fill(join(home, 'empty'));
    await page.keyboard.press('Enter');
    await go(page, 'Evidence');
    await page.getByRole('heading', { name: 'Nothing says yet what happened afterwards' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Define an outcome' }).click();
    await page.getByRole('heading', { name: 'Outcomes' }).first().waitFor();
  });

  it('opens a metric, lets its cut points be moved by handle and typed, and takes the bins as the curve, undoably', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Evidence');
    await page.getByText(/^Anchored suggestions\./).waitFor();
    await openMetric(page, 'Core features used');
    const first = page.getByRole('textbox', { name: 'Cut point 1', exact: true });
    const before = await first.inputValue();
    const said = page.getByText(/^Information value [\d.]+ \(.*\) in/);
    const saidBefore = await said.textContent();
    await first.fill('2');
    await first.press('Enter');
    await page.getByRole('rowheader', { name: 'below 2' }).waitFor();
    await expect.poll(() => said.textContent(), { timeout: 15_000 }).not.toBe(saidBefore);
    await page.getByRole('slider', { name: 'cut point 1', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Number(await first.inputValue())).toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Use these bins as the curve' }).click();
    await undo(page, /^Undo curve of Core features used/).click();
    await nothingToUndo(page).waitFor();
    await page.getByRole('button', { name: 'Back to the first cut points' }).click();
    await expect.poll(() => first.inputValue(), { timeout: 15_000 }).toBe(before);
  });

  it('holds the draft against the score of today, on the same accounts', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Evidence');
    await tab(page, 'Score').click();
    await page.getByRole('img', { name: 'ROC on Churned' }).waitFor();
    await page.getByRole('combobox', { name: 'The draft beside' }).selectOption({ label: 'Your score today: In-house score' });
    await page.getByText(/observations both give a score to/).waitFor();
    await page.getByRole('columnheader', { name: /^Difference, paired/ }).waitFor();
    await page.getByRole('rowheader', { name: 'Treated accounts only' }).waitFor();
    await page.getByRole('rowheader', { name: /^Expanded/ }).waitFor();
  });

  it('shows the metrics and the score of a segment, and without accounts known to be treated, with the gate of that part', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Evidence');
    await page.getByRole('combobox', { name: 'Treated accounts' }).selectOption('untreated');
    await page.getByText(/^Without accounts known to be treated: 3,255 observations of 333 accounts\. .*Anchored suggestions/).waitFor();
    await page.getByRole('combobox', { name: 'Segment' }).selectOption({ label: 'Everyone else' });
    await page.getByText(/^Everyone else, without accounts known to be treated: .* Anchored suggestions/).waitFor();
    await openMetric(page, 'Core features used');
    await page.getByText('these bins leave some of them out').waitFor();
    expect(await page.getByRole('button', { name: 'Use these bins as the curve' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Suggest a curve from all accounts' }).waitFor();
    await tab(page, 'Score').click();
    for (const title of ['Segments, treated accounts, missing data', 'Every outcome'])
      await page.getByRole('heading', { name: `${title} all accounts` }).waitFor();
    await page.getByText(/^Everyone else, without accounts known to be treated:/).waitFor();
    expect(await page.evaluate(overflow)).toBe(0);
    await page.getByRole('combobox', { name: 'Segment' }).selectOption({ label: 'Onboarding (first 180 days)' });
    await tab(page, 'Metrics').click();
    await page.getByText('too few to tell').first().waitFor();
  });

  it('lists who was wrong, with why', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Evidence');
    await tab(page, 'Who was wrong').click();
    await page.getByRole('grid', { name: 'Green churners' }).getByRole('row').nth(1).click();
    await page.getByRole('button', { name: 'Close the explanation' }).click();
    await page.getByRole('radio', { name: 'Red renewers' }).check({ force: true });
    await page.getByRole('combobox', { name: 'Intervention' }).selectOption('touched');
    await page.getByRole('grid', { name: 'Red renewers' }).getByText('touched', { exact: true }).first().waitFor();
  });

  it('goes from a defined outcome to an accepted suggestion, and back by undo', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Model');
    const weight = page.getByRole('textbox', { name: 'Weight of Usage, number' });
    await weight.fill('3');
    await weight.press('Enter');
    await go(page, 'Evidence');
    await tab(page, 'Suggested weights').click();
    await page.getByRole('button', { name: 'Suggest weights' }).click();
    await page.getByText('No verdict yet').waitFor();
    await page.getByRole('button', { name: 'Open the confirmation set for the verdict …' }).click();
    await page.getByRole('button', { name: 'Open it', exact: true }).click();
    await page.getByText('Exploratory only').waitFor();
    await page.getByText(/Opened 1 time\./).waitFor();
    await page.getByRole('button', { name: 'Make it the draft' }).click();
    await page.getByText('The draft has these weights; Undo takes them back.').waitFor();
    await go(page, 'Model');
    await expect.poll(async () => Number(await weight.inputValue())).toBeGreaterThan(3);
    await undo(page, /^Undo suggested weights/).click();
    await expect.poll(() => weight.inputValue()).toBe('3');

    await go(page, 'Evidence');
    await tab(page, 'Suggested thresholds').click();
    await page.getByRole('button', { name: 'Suggest thresholds' }).click();
    await page.getByRole('button', { name: /^Youden.*: make it the edge of Red$/ }).click();
    await undo(page, /^Undo edge of Red/).click();
    await undo(page, /^Undo weight of Usage/).waitFor();
  });

  it('cancels a fit and can begin it again', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Evidence');
    await tab(page, 'Suggested weights').click();
    const suggest = page.getByRole('button', { name: 'Suggest weights' });
    await suggest.click();
    await page.getByRole('progressbar', { name: 'Fitting weights' }).waitFor();
    await tab(page, 'Challenger').click();
    await page.getByText(/^Too few events/).waitFor();
    await tab(page, 'Suggested weights').click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await expect.poll(() => suggest.isEnabled()).toBe(true);
    expect(await page.getByText('On data not used to fit them').count()).toBe(0);
  });

  it('opens the confirmation set for a saved version only, and counts it', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Evidence');
    await page.getByText(/Opened 0 times/).waitFor();
    await page.getByRole('button', { name: 'Open it for a version …' }).click();
    const open = page.getByRole('button', { name: 'Open it, for the 1st time' });
    expect(await open.isEnabled()).toBe(false);
    await page.getByRole('textbox', { name: 'Save the draft as a version, named' }).fill('before the board');
    await page.getByRole('button', { name: 'Save the version' }).click();
    await open.click();
    await page.getByRole('rowheader', { name: /^AUC of/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('contentinfo').or(page.getByRole('dialog')).getByText('Close', { exact: true }).click();
    await page.getByText(/Opened 1 time/).waitFor();
  });

  it('takes the evidence away as one page, and the model as JSON', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Evidence');
    const taken = async (what: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Take away' }).click();
      await page.getByRole('menuitem', { name: what }).click();
      return readFile(await (await download).path(), 'utf8');
    };
    const evidence = await taken('Evidence on one page (HTML)');
    expect(evidence).toMatch(/^<!doctype html>/i);
    expect(evidence).not.toMatch(/<script/i);
    expect(JSON.parse(await taken('Model (JSON)'))).toHaveProperty('models.0.name', 'Customer health, first draft');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is clean by axe-core in every tab, ${colorScheme}`, async () => {
      const { page } = await launchApp({ context: { colorScheme } });
      await openSample(page, 'Evidence');
      await openMetric(page, 'Core features used');
      expect(await violationsOn(page)).toEqual([]);
      await tab(page, 'Score').click();
      await page.getByRole('rowheader', { name: 'Treated accounts only' }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await tab(page, 'Who was wrong').click();
      await page.getByRole('grid', { name: 'Green churners' }).getByRole('row').nth(1).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      for (const [name, action] of [
        ['Suggested weights', 'Suggest weights'],
        ['Suggested thresholds', 'Suggest thresholds'],
        ['Probability', 'Estimate probabilities'],
      ] as const) {
        await tab(page, name).click();
        await page.getByRole('button', { name: action }).click();
        await page.getByText(/^Run [0-9a-f]/).waitFor();
        expect(await violationsOn(page), name).toEqual([]);
      }
      await tab(page, 'Challenger').click();
      expect(await violationsOn(page)).toEqual([]);
      await page.setViewportSize({ width: 700, height: 1000 });
      for (const name of ['Metrics', 'Score', 'Suggested weights', 'Probability']) {
        await tab(page, name).click();
        expect(await page.evaluate(overflow), name).toBe(0);
        expect(await violationsOn(page), `${name}, narrow`).toEqual([]);
      }
    }, 180_000);
  }
});
