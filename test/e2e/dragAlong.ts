import type { Locator, Page } from 'playwright-core';

/** Presses on a control and drags along it, from one share of its width to another; the button stays down. */
export async function dragAlong(page: Page, control: Locator, from: number, to: number): Promise<void> {
  const box = (await control.boundingBox())!;
  await page.mouse.move(box.x + box.width * from, box.y + box.height / 2);
  await page.mouse.down();
  await moveAlong(page, control, from, to);
}

/** Goes on along a control that is pressed, in thirty moves, looking after each. */
export async function moveAlong(page: Page, control: Locator, from: number, to: number, look?: () => Promise<void>): Promise<void> {
  const box = (await control.boundingBox())!;
  for (let move = 1; move <= 30; move++) {
    await page.mouse.move(box.x + box.width * (from + ((to - from) * move) / 30), box.y + box.height / 2);
    await look?.();
  }
}
