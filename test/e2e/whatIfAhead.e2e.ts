import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchApp } from './browser.ts';
import { dragAlong } from './dragAlong.ts';
import { bars, eventually, isExact, openWhatIf, slider } from './whatIfScreen.ts';

it.each([
  ['a slider', slider, 0.5],
  ['a band edge', (page: Page) => page.getByRole('slider', { name: 'Lower edge of Green', exact: true }), 1.3],
])('%s that the mouse rests on is known before it moves: no position is asked for', async (_, control, to) => {
  const { page } = await launchApp();
  await openWhatIf(page);
  const count = (moment: string) => page.evaluate((name) => performance.getEntriesByName(`what-if:${name}`).length, moment);
  await control(page).hover();
  let seen = 0;
  await eventually(async () => {
    const before = seen;
    await page.waitForTimeout(400);
    seen = await count('ahead');
    return seen > 30 && seen === before;
  }).toBe(true);
  const drawn = await bars(page);
  await dragAlong(page, control(page), 0.35, to);
  await page.getByText('in hand ~').waitFor();
  const answered = () =>
    page.evaluate(() =>
      performance.getEntriesByName('what-if:answered').map((mark) => (mark as PerformanceMark).detail.how as 'known' | 'move' | 'rest'),
    );
  await eventually(answered).toContain('rest');
  const how = await answered();
  expect(how.filter((one) => one === 'known').length).toBeGreaterThan(3);
  expect(how).not.toContain('move');
  expect(await bars(page)).not.toBe(drawn);
  await page.mouse.up();
  await isExact(page);
});
