import type { Page } from 'playwright-core';

/** Opens the sample study from the start screen and goes to a screen. */
export async function openSample(page: Page, screen: 'Sources' | 'Model' | 'Book' | 'What-if' | 'Evidence'): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(screen) })
    .click();
}
