import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openSample } from './openSample.ts';

/** A busy machine may take its time; what is expected must come true in the end. */
export const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 15_000 });

export const slider = (page: Page) => page.getByRole('slider', { name: 'Weight of Usage', exact: true });

export const isExact = (page: Page) => page.getByText('outline: baseline · exact').waitFor();

export const unmoved = (page: Page) => page.getByRole('main').getByText('No account changes its band.').waitFor();

/** The bars of the draft, as they are drawn. */
export const bars = (page: Page) =>
  page
    .getByRole('img', { name: /Health score of the book under the draft/ })
    .locator('path[fill^="#"]')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')).join());

/** Opens the sample study on the What-if screen, with the draft as it is saved. */
export async function openWhatIf(page: Page): Promise<void> {
  await openSample(page, 'What-if');
  await isExact(page);
  await unmoved(page);
}
