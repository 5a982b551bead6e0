import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type AppOnTest, launchApp } from './browser.ts';
import { dragAlong, moveAlong } from './dragAlong.ts';
import { openSample } from './openSample.ts';
import { violationsOn } from './violationsOn.ts';

const canKill = process.env.PLUMBLINE_E2E !== 'electron' && process.platform === 'linux';
const slider = (page: Page, name = 'Usage') => page.getByRole('slider', { name: `Weight of ${name}`, exact: true });
const field = (page: Page, name = 'Usage') => page.getByRole('textbox', { name: `Weight of ${name}, number` });
const isExact = (page: Page) => page.getByText('outline: baseline · exact').waitFor();
const rescale = (page: Page) => page.getByRole('checkbox', { name: /Rescale siblings/ });

async function openWhatIf(page: Page): Promise<void> {
  await openSample(page, 'What-if');
  await isExact(page);
}

function killEngine(app: AppOnTest): void {
  const engine = readFileSync(`/proc/${app.process}/task/${app.process}/children`, 'utf8').trim();
  execFileSync('kill', ['-KILL', engine]);
}

/** Pixels by which the window's content is larger than the window: only panels may scroll. */
const overflow = () => {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
};

describe('the What-if screen, given what makes no sense', () => {
  it('refuses a weight that is negative or no number, and says why', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    const before = await field(page).inputValue();
    for (const text of ['-5', 'many', '1e999']) {
      await field(page).fill(text);
      expect(await field(page).getAttribute('aria-invalid')).toBe('true');
      await field(page).press('Enter');
      await expect.poll(() => field(page).inputValue()).toBe(before);
    }
    for (const text of ['1e-12', '1e12']) {
      await rescale(page).uncheck();
      await field(page).fill(text);
      await field(page).press('Enter');
      await isExact(page);
      expect(await page.locator('main').innerText()).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('says so when all weights are 0, and scores again when one is raised', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    await rescale(page).uncheck();
    for (const name of ['Usage', 'Service', 'Commercial', 'Relationship']) {
      await field(page, name).fill('0');
      await field(page, name).press('Enter');
    }
    await page.getByText('All weights of the base model are 0').waitFor();
    await page.getByRole('combobox', { name: 'Segment' }).selectOption({ label: 'Everyone else' });
    await page.getByText(/^No account has a score: \d+ accounts without enough data\.$/).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|Infinity|undefined/);
    await slider(page).focus();
    await page.keyboard.press('PageUp');
    await page.getByText(/^The mean score is/).waitFor();
  });

  it('keeps two controls apart that are moved at once, one by mouse and one by keyboard', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    await rescale(page).uncheck();
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await dragAlong(page, slider(page, 'Service'), 0.25, 0.6);
    await slider(page).focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
    await moveAlong(page, slider(page, 'Service'), 0.6, 0.8);
    await page.mouse.up();
    await isExact(page);
    expect(await field(page).inputValue()).toBe('40');
    const dragged = Number(await field(page, 'Service').inputValue());
    await page.getByRole('button', { name: /^Undo weight of/ }).click();
    expect(await field(page).inputValue()).toBe('36');
    expect(Number(await field(page, 'Service').inputValue())).toBeLessThan(dragged);
    await page.getByRole('button', { name: /^Redo weight of/ }).click();
    expect(Number(await field(page, 'Service').inputValue())).toBe(dragged);
    await isExact(page);
    const shown = await page.getByRole('table', { name: 'Accounts by baseline band and draft band' }).innerText();
    await page.getByText('saved', { exact: true }).waitFor();
    await page.reload();
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /What-if/ })
      .click();
    await isExact(page);
    expect(await page.getByRole('table', { name: 'Accounts by baseline band and draft band' }).innerText()).toBe(shown);
  });

  it.skipIf(!canKill)('goes on when the engine is killed in mid-drag', async () => {
    const app = await launchApp();
    const { page } = app;
    await openWhatIf(page);
    await dragAlong(page, slider(page), 0.35, 0.5);
    killEngine(app);
    await page
      .getByText(/engine stopped/)
      .first()
      .waitFor();
    const box = (await slider(page).boundingBox())!;
    for (let move = 0; move < 20; move++) {
      await page.mouse.move(box.x + box.width * (0.5 + move * 0.01), box.y + box.height / 2);
      await page.waitForTimeout(50);
    }
    await page.mouse.up();
    await isExact(page);
    await page
      .getByRole('main')
      .getByText(/\d+ accounts? gets? worse/)
      .waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is clean by axe-core, ${colorScheme}, at rest, in hand, wide and narrow`, async () => {
      const { page } = await launchApp({ context: { colorScheme } });
      await openWhatIf(page);
      await page.getByText('Tuned on these data').waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await dragAlong(page, slider(page), 0.35, 0.8);
      await page.waitForTimeout(400);
      expect(await violationsOn(page)).toEqual([]);
      await page.mouse.up();
      await isExact(page);
      await page.getByRole('grid', { name: 'Movers' }).getByRole('row').nth(1).click();
      await page
        .getByRole('dialog')
        .getByRole('table', { name: /contributions add up/ })
        .waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      for (const width of [1000, 700]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violationsOn(page), `${width} wide`).toEqual([]);
        expect(await page.evaluate(overflow), `${width} wide`).toEqual({ right: 0, below: 0 });
      }
      // The wheel reaches the end of the tree.
      const tree = page.getByRole('list', { name: 'Tree of groups and metrics' });
      await slider(page).hover();
      await page.mouse.wheel(0, 5000);
      await expect.poll(() => tree.evaluate(({ parentElement: frame }) => frame!.scrollTop > 0)).toBe(true);
      // One column is read, and reached by keyboard, from the top down.
      const tops = await page.locator('main section h2').evaluateAll((titles) => titles.map((one) => one.getBoundingClientRect().top));
      expect(tops.length).toBeGreaterThan(6);
      expect(tops).toEqual([...tops].sort((one, other) => one - other));
    });
  }
});
