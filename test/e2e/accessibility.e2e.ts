import { describe, expect, it } from 'vitest';
import { launchApp } from './browser.ts';
import { openSample } from './openSample.ts';
import { violationsOn } from './violationsOn.ts';

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('the start screen, its dialogs and the commands can be used by everyone', async () => {
    const { page } = await launchApp({ context: { colorScheme } });
    await page.getByText('Recent studies').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'New study' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Command' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('every part of the Sources screen can be used by everyone', async () => {
    const { page } = await launchApp({ context: { colorScheme } });
    await openSample(page, 'Sources');
    await page.getByRole('button', { name: /^tickets/ }).click();
    await page.getByRole('grid').getByRole('row').nth(1).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    for (const tab of [/Columns/, /What a row means/, /Not read/]) {
      await page.getByRole('tab', { name: tab }).click();
      await page.waitForTimeout(600);
      expect(await violationsOn(page)).toEqual([]);
    }
    for (const part of ['Data report', 'Accounts', 'Metrics', 'Outcomes', 'Population', 'As-of dates', 'Given scores', 'Interventions']) {
      await page.getByRole('button', { name: new RegExp(`^${part}`) }).click();
      await page.getByRole('heading', { name: part }).first().waitFor();
      await page.waitForTimeout(600);
      expect(await violationsOn(page), part).toEqual([]);
    }
  });
});
