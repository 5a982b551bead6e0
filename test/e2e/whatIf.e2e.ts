import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { launchApp } from './browser.ts';
import { dragAlong, moveAlong } from './dragAlong.ts';
import { bars, eventually, isExact, openWhatIf, slider, unmoved } from './whatIfScreen.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Weight of Usage, number' });
const migration = (page: Page) => page.getByRole('table', { name: 'Accounts by baseline band and draft band' });
const movers = (page: Page) => page.getByRole('grid', { name: 'Movers' });
const moved = (page: Page) =>
  page
    .getByRole('main')
    .getByText(/\d+ accounts? gets? worse.*, \d+ better/)
    .waitFor();

describe('the What-if screen', () => {
  it('answers while a weight is dragged, exactly on release, and takes the whole drag back in one step', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    await page.getByText('is the baseline').waitFor();
    await page.getByText('No account moves').waitFor();
    const before = await slider(page).inputValue();
    const drawn = await bars(page);

    const seen = new Set<string>();
    await dragAlong(page, slider(page), 0.35, 0.5);
    await page.getByText('in hand ~').waitFor();
    let saidOfBefore = 0;
    await moveAlong(page, slider(page), 0.5, 0.8, async () => {
      seen.add(await bars(page));
      saidOfBefore += await page.getByText('No account moves').count();
    });
    // What the list said of the draft before it moved is not said of what moves.
    expect(saidOfBefore).toBe(0);
    await moved(page);
    expect(seen.size).toBeGreaterThan(1);
    await movers(page).getByRole('row').nth(1).waitFor();
    let inHand = '';
    // The last position has been painted once the numbers stay.
    await eventually(async () => {
      const before = inHand;
      await page.waitForTimeout(400);
      inHand = await migration(page).innerText();
      return inHand === before;
    }).toBe(true);
    await page.getByText('in hand ~').waitFor();
    await page.mouse.up();
    await isExact(page);
    expect(await migration(page).innerText()).toBe(inHand);
    expect(Number(await field(page).inputValue())).toBe(Number(await slider(page).inputValue()));

    await page.getByRole('button', { name: /^Undo weight of Usage/ }).click();
    expect(await slider(page).inputValue()).toBe(before);
    await unmoved(page);
    await isExact(page);
    expect(await bars(page)).toBe(drawn);
  });

  it('is moved by keyboard and by number as by mouse, and tells the outcome once, politely, after a pause', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    await page.evaluate(() => {
      const told: string[] = [];
      (window as unknown as { told: string[] }).told = told;
      const region = document.querySelector('[role=status][aria-live=polite]')!;
      new MutationObserver(() => told.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await slider(page).focus();
    const start = Number(await slider(page).inputValue());
    for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageUp');
    expect(Number(await slider(page).inputValue())).toBe(start + 22);
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/^\d+, [\d.]+% of the score$/);
    await moved(page);
    await isExact(page);
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    await eventually(told).toContainEqual(expect.stringMatching(/^Red [\d.]+% of accounts, was [\d.]+%\. \d+ accounts? gets? worse/));
    expect((await told()).length).toBeLessThanOrEqual(3);

    await field(page).fill('20');
    await field(page).press('Enter');
    await eventually(() => slider(page).inputValue()).toBe('20');
    await page.getByRole('button', { name: 'Usage: reset the weight' }).click();
    await eventually(() => slider(page).inputValue()).toBe(String(start));
  });

  it('moves every other part of the model as well: curve, direction, missing policy, band edges, a metric switched off', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    const changes: [string, () => Promise<unknown>][] = [
      [
        'curve',
        async () => {
          await page.getByRole('slider', { name: 'end of the ramp' }).focus();
          for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowLeft');
        },
      ],
      ['direction', () => page.getByRole('button', { name: /^Turn the curve around/ }).click()],
      ['edge', () => dragAlong(page, page.getByRole('slider', { name: 'Lower edge of Yellow' }), 0.5, -3).then(() => page.mouse.up())],
      [
        'typed edge',
        async () => {
          const edge = page.getByRole('textbox', { name: 'Lower edge of Green, number' });
          await edge.fill('92.5');
          await edge.press('Enter');
        },
      ],
      ['off', () => page.getByRole('button', { name: 'Switch Active share of licences off' }).click()],
    ];
    for (const [name, change] of changes) {
      await change();
      await moved(page).catch(() => expect.fail(`${name} moved no account`));
      await isExact(page);
      await page.getByRole('button', { name: 'Reset all' }).click();
      await unmoved(page).catch(() => expect.fail(`${name} was not taken back`));
    }
    await page.getByRole('combobox', { name: 'A missing value' }).selectOption('no-score');
    await isExact(page);
    await page.getByRole('button', { name: /^Undo missing values of/ }).click();
    await unmoved(page);
  });

  it('lets a band edge push against its neighbour, never past it', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    const edge = page.getByRole('textbox', { name: 'Lower edge of Yellow, number' });
    await edge.fill('95');
    await edge.press('Enter');
    await eventually(() => edge.inputValue()).toBe('79.9');
    await dragAlong(page, page.getByRole('slider', { name: 'Lower edge of Green' }), 0.5, -12);
    await page.mouse.up();
    expect(Number(await page.getByRole('slider', { name: 'Lower edge of Green' }).getAttribute('aria-valuenow'))).toBe(80);
  });

  it('opens a cell of the migration as its accounts, and an account as why and how to reach green', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    await dragAlong(page, slider(page), 0.35, 0.85);
    await page.mouse.up();
    await isExact(page);
    const cell = page.getByRole('button', { name: /^Yellow to Green: \d+ accounts/ });
    const count = /(\d+) account/.exec((await cell.textContent()) ?? '')![1];
    await cell.click();
    await page.getByRole('button', { name: 'Show all movers again' }).waitFor();
    await eventually(() => movers(page).getAttribute('aria-rowcount')).toBe(String(Number(count) + 1));
    await movers(page).getByRole('row').nth(1).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('table', { name: /contributions add up/ }).waitFor();
    await dialog.getByRole('combobox', { name: 'Band to reach' }).selectOption({ label: 'Green' });
    await dialog.getByRole('heading', { name: 'Reaching Green' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show all movers again' }).click();
  });

  it('keeps scenarios, loads and compares them, and promotes one to the baseline', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    await field(page).fill('60');
    await field(page).press('Enter');
    await moved(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('menuitem', { name: 'As a scenario …' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('usage heavier');
    await page.keyboard.press('Enter');
    const scenario = page.getByRole('button', { name: 'usage heavier', exact: true });
    await scenario.waitFor();
    await page.getByRole('button', { name: 'Reset all' }).click();
    await unmoved(page);
    await scenario.click();
    await eventually(() => field(page).inputValue()).toBe('60');
    await moved(page);

    await page.getByRole('button', { name: 'Side by side' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Usage: 35').first().waitFor();
    expect(await dialog.getByRole('row').count()).toBe(3);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'usage heavier: scenario actions' }).click();
    await page.getByRole('menuitem', { name: 'Save as version and baseline' }).click();
    await unmoved(page);
    await eventually(() => page.getByRole('combobox', { name: 'Against' }).locator('option:checked').textContent()).toBe(
      'Version “usage heavier”',
    );
    await page.getByRole('button', { name: /^Undo baseline usage heavier/ }).click();
    await moved(page);

    await page.getByRole('combobox', { name: 'Against' }).selectOption({ label: 'Given: In-house score' });
    await isExact(page);
    await page.getByRole('button', { name: 'usage heavier: scenario actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await scenario.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Undo deleting usage heavier/ }).click();
    await scenario.waitFor();
  });

  it('limits everything to a segment', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    const whole = Number(await migration(page).locator('tfoot td').last().innerText());
    await page
      .getByRole('combobox', { name: 'Which movers' })
      .getByText(/newly Red · \d+/)
      .waitFor({ state: 'attached' });
    await page.getByRole('combobox', { name: 'Segment' }).selectOption({ label: 'Enterprise' });
    await eventually(async () => Number(await migration(page).locator('tfoot td').last().innerText())).toBeLessThan(whole);
    await field(page).fill('60');
    await field(page).press('Enter');
    await isExact(page);
    await page.getByRole('button', { name: /^Enterprise/ }).click();
    await eventually(async () => Number(await migration(page).locator('tfoot td').last().innerText())).toBe(whole);
  });

  it('leaves locked weights alone, goes back and forth, and moves one segment without the others', async () => {
    const { page } = await launchApp();
    await openWhatIf(page);
    const service = page.getByRole('textbox', { name: 'Weight of Service, number' });
    const kept = await service.inputValue();
    await page.getByRole('button', { name: 'Service: lock the weight' }).click();
    await field(page).fill('60');
    await field(page).press('Enter');
    await moved(page);
    await isExact(page);
    expect(await service.inputValue()).toBe(kept);
    const changed = await migration(page).innerText();
    await page.getByRole('button', { name: /^Undo weight of Usage/ }).click();
    await unmoved(page);
    await page.getByRole('button', { name: /^Redo weight of Usage/ }).click();
    await isExact(page);
    await eventually(() => migration(page).innerText()).toBe(changed);
    await page.getByRole('button', { name: 'Reset all' }).click();
    await unmoved(page);

    await page.getByRole('combobox', { name: 'Edit' }).selectOption({ label: 'Segment Enterprise' });
    await field(page).fill('70');
    await field(page).press('Enter');
    await moved(page);
    await isExact(page);
    const segment = page.getByRole('combobox', { name: 'Segment' });
    await segment.selectOption({ label: 'Everyone else' });
    await unmoved(page);
    await segment.selectOption({ label: 'Enterprise' });
    await moved(page);
    await isExact(page);
    const others = page.getByRole('button', { name: /^Everyone else/ });
    const before = await others.innerText();
    await dragAlong(page, slider(page), 0.7, 0.5);
    await page.getByText('in hand ~').waitFor();
    await page.waitForTimeout(600);
    expect(await others.innerText()).toBe(before);
    await page.mouse.up();
    await isExact(page);
  });
});
