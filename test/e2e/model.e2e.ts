import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchApp } from './browser.ts';
import { openSample } from './openSample.ts';
import { violationsOn } from './violationsOn.ts';

const slider = (page: Page) => page.getByRole('slider', { name: 'Weight of Usage', exact: true });
const field = (page: Page) => page.getByRole('textbox', { name: 'Weight of Usage, number' });
const undo = (page: Page) => page.getByRole('button', { name: /^Undo weight of Usage/ });
const nothingToUndo = (page: Page) => page.getByRole('button', { name: 'Nothing to undo' });

/** Pixels by which the window's content is larger than the window: only panels may scroll. */
const overflow = () => {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
};

describe('the model', () => {
  it('weighs by drag (one step), number and keys, and shows the effect beside what was', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Model');
    await page.getByRole('img', { name: /Scores of the draft/ }).waitFor();
    const before = await slider(page).inputValue();
    const box = (await slider(page).boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.35, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 0; step <= 20; step++) await page.mouse.move(box.x + box.width * (0.35 + step * 0.02), box.y + box.height / 2);
    await page.mouse.up();
    const after = await slider(page).inputValue();
    expect(Number(after)).toBeGreaterThan(Number(before));
    expect(Number(await field(page).inputValue())).toBe(Number(after));
    await page.getByText(/The mean score is/).waitFor();
    await undo(page).click();
    await nothingToUndo(page).waitFor();
    expect(await slider(page).inputValue()).toBe(before);
    await page.getByText('no difference yet').waitFor();

    await slider(page).focus();
    const start = Number(await slider(page).inputValue());
    await page.keyboard.press('ArrowRight');
    expect(Number(await slider(page).inputValue())).toBe(start + 1);
    await page.keyboard.press('PageDown');
    expect(Number(await slider(page).inputValue())).toBe(start - 9);
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/^\d+, [\d.]+% of the score$/);
    await page.keyboard.press('Home');
    expect(Number(await slider(page).inputValue())).toBe(0);
    await page.getByRole('button', { name: 'Usage: reset the weight' }).click();
    expect(Number(await slider(page).inputValue())).toBe(start);
  });

  it('draws the curve over the metric, and moves it by field as by handle', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Model');
    await page.getByRole('button', { name: 'Active share of licences', exact: true }).click();
    await page.getByRole('img', { name: 'Points of Active share of licences' }).waitFor();
    const handle = page.getByRole('slider', { name: 'end of the ramp' });
    const value = page.getByRole('textbox', { name: 'Value at the end of the ramp' });
    await value.fill('70');
    await value.press('Enter');
    expect(await handle.getAttribute('aria-valuetext')).toBe('70 %, 100 points');
    await handle.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => value.inputValue()).toBe('69');
    await page.getByRole('combobox', { name: 'Curve', exact: true }).selectOption('steps');
    await page.getByRole('button', { name: 'From text' }).click();
    await page.getByRole('textbox', { name: 'Scheme' }).fill('< 50 = 30, 50-69 = 70, >= 70 = 100');
    await page.getByText('The text says nothing about values between 69 and 70').waitFor();
    await page.getByRole('button', { name: 'Use these steps' }).click();
    await page.getByRole('rowheader', { name: '50 ≤ value < 70' }).waitFor();
  });

  it('keeps what a segment does differently apart from the base', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Model');
    const base = await field(page).inputValue();
    await page.getByRole('combobox', { name: 'Edit' }).selectOption({ label: 'Segment Enterprise' });
    await page.getByRole('checkbox', { name: /Rescale siblings/ }).uncheck();
    await field(page).fill('77');
    await field(page).press('Enter');
    await page.getByRole('button', { name: /^Usage ≠ base/ }).waitFor();
    await page.getByRole('combobox', { name: 'Edit' }).selectOption({ label: 'Base model' });
    expect(await field(page).inputValue()).toBe(base);
  });

  it('starts from a template, matched with the metrics there are', async () => {
    const { page } = await launchApp();
    await openSample(page, 'Model');
    await page.getByRole('tab', { name: 'Model' }).click();
    await page.getByRole('button', { name: 'New model' }).click();
    await page
      .getByRole('button', { name: /^Use this template/ })
      .first()
      .click();
    expect(await violationsOn(page)).toEqual([]);
    await page
      .getByRole('combobox', { name: /^Metric that stands for/ })
      .first()
      .selectOption({ label: 'Active share of licences' });
    await page.getByRole('button', { name: 'Copy the model into the study' }).click();
    await page.getByRole('img', { name: /Scores of the draft/ }).waitFor();
    await page.getByRole('button', { name: /^Undo template/ }).click();
    await slider(page).waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is clean by axe-core in every part, ${colorScheme}`, async () => {
      const { page } = await launchApp({ context: { colorScheme } });
      await openSample(page, 'Model');
      await page.getByRole('button', { name: 'Active share of licences', exact: true }).click();
      await page.getByRole('img', { name: 'Points of Active share of licences' }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      for (const part of ['Bands', 'Segments', 'Model']) {
        await page.getByRole('tab', { name: part }).click();
        expect(await violationsOn(page), part).toEqual([]);
      }
      await page.setViewportSize({ width: 800, height: 1000 });
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(overflow)).toEqual({ right: 0, below: 0 });
    });
  }
});
