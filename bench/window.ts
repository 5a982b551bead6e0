import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { type Benchmark, type Measurement, median } from './Benchmark.ts';
import { csvFile } from './data.ts';

const rows = 1_000_000;
const limitMs = 50;

/** The built browser door on an empty user folder, and its page in Chromium, for as long as `use` runs. */
async function withWindow<Value>(use: (page: Page, folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-window-'));
  const browser = await chromium.launch({
    executablePath: process.env.PLUMBLINE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const door = spawn(process.execPath, ['out/electron/serve.js', '--no-open'], { env: { ...process.env, PLUMBLINE_HOME: folder } });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(await addressOf(door));
    return await use(page, folder);
  } finally {
    door.kill('SIGTERM');
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function addressOf(door: ChildProcess): Promise<string> {
  return new Promise((settle) => {
    createInterface(door.stdout!).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0];
      if (address) settle(address);
    });
  });
}

const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);

const start: Benchmark = {
  name: 'start',
  size: 420,
  async run(): Promise<Measurement> {
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      times.push(
        await withWindow(async (page) => {
          const begin = performance.now();
          await page.getByRole('button', { name: 'Open the sample study' }).click();
          await page.getByRole('grid', { name: 'Accounts' }).getByRole('row').nth(5).waitFor();
          return performance.now() - begin;
        }),
      );
    }
    return {
      ours: 'from the click on an empty start screen to the worklist of the sample study: nine exports made, imported, observed and scored',
      oursMs: median(times),
      peer: 'no peer',
      peerMs: null,
      peakMemoryMb: memory(),
    };
  },
};

const responsive: Benchmark = {
  name: 'window-during-import',
  size: rows,
  run: () =>
    withWindow(async (page): Promise<Measurement> => {
      const path = await csvFile(rows, 0);
      await page.getByRole('button', { name: 'New study' }).click();
      await page.keyboard.type('Bench');
      await page.keyboard.press('Enter');
      await page.getByLabel(/type a path/).fill(path);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: /Import/ });
      const button = dialog.getByRole('button', { name: 'Import' });
      await button.waitFor();
      // A timer that is due at once shows by its lateness how long something else held the window.
      await page.evaluate(() => {
        const watch = { longest: 0, last: performance.now() };
        Object.assign(globalThis, { watch });
        const tick = () => {
          const now = performance.now();
          watch.longest = Math.max(watch.longest, now - watch.last);
          watch.last = now;
          setTimeout(tick);
        };
        tick();
      });
      await button.click();
      await page.getByText(/1,000,000 rows in the file = 1,000,000 loaded/).waitFor({ timeout: 120_000 });
      const longest = await page.evaluate(() => (globalThis as unknown as { watch: { longest: number } }).watch.longest);
      return {
        ours: 'longest time the event loop of the window was held while a CSV of 20 columns was imported (browser door)',
        oursMs: median([longest]),
        peer: 'the limit',
        peerMs: limitMs,
        peakMemoryMb: memory(),
      };
    }),
};

const benchmarks: readonly Benchmark[] = [start, responsive];
export default benchmarks;
