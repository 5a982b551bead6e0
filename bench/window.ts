import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { type Benchmark, median } from './Benchmark.ts';
import { csvFile } from './data.ts';

/** Runs with the built browser door's address, on a new user's folder, with the study in a folder open in it, if one is given. */
export async function withDoor<Value>(work: (address: string) => Promise<Value>, study?: string): Promise<Value> {
  const home = await mkdtemp(join(tmpdir(), 'plumbline-bench-window-'));
  const door = spawn(process.execPath, [resolve('out/electron/serve.js'), '--no-open', ...(study ? [study] : [])], {
    env: { ...process.env, PLUMBLINE_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const line = await new Promise<string>((settle) => createInterface(door.stdout).once('line', settle));
    return await work(/http:\S+/.exec(line)![0]);
  } finally {
    const gone = new Promise((settle) => door.once('exit', settle));
    door.kill('SIGTERM');
    await gone;
    await rm(home, { recursive: true, force: true });
  }
}

/** Runs with the built browser door open in Chromium (PLUMBLINE_CHROMIUM names another than Debian's); it was started at `started`. */
async function withWindow<Value>(work: (page: Page, started: number) => Promise<Value>): Promise<Value> {
  const browser = await chromium.launch({ executablePath: process.env.PLUMBLINE_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const started = performance.now();
    return await withDoor(async (address) => {
      await page.goto(address);
      return await work(page, started);
    });
  } finally {
    await browser.close();
  }
}

/** From the start of the door to the sample study's worklist on the screen. */
async function startToSample(): Promise<number> {
  return withWindow(async (page, started) => {
    await page.getByRole('button', { name: 'Open the sample study' }).click();
    await page.getByRole('navigation').getByRole('button', { name: /Book/ }).click();
    await page.getByRole('grid').getByRole('row').nth(5).waitFor();
    return performance.now() - started;
  });
}

/** The longest time the window's event loop did not come to a timer that was due, while it imports a file. */
async function longestWait(path: string, rows: number): Promise<number> {
  return withWindow(async (page) => {
    await page.getByRole('button', { name: 'New study' }).click();
    await page.keyboard.type('Bench');
    await page.keyboard.press('Enter');
    await page.getByLabel(/type a path/).fill(path);
    await page.keyboard.press('Enter');
    const importing = page.getByRole('dialog').getByRole('button', { name: 'Import' });
    await importing.waitFor();
    const longest = await page.evaluateHandle((everyMs) => {
      const seen = { wait: 0 };
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        seen.wait = Math.max(seen.wait, now - last - everyMs);
        last = now;
      }, everyMs);
      return seen;
    }, 5);
    await importing.click();
    await page
      .getByText(`${rows.toLocaleString('en-US')} rows in the file`)
      .first()
      .waitFor({ timeout: 300_000 });
    return longest.evaluate(({ wait }) => wait);
  });
}

const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);

export default [
  {
    name: 'start-to-sample',
    size: 1,
    async run() {
      const times: number[] = [];
      for (let round = 0; round < 3; round++) times.push(await startToSample());
      return {
        ours: 'door started to worklist of the sample study',
        peer: 'none',
        oursMs: median(times),
        peerMs: null,
        peakMemoryMb: memory(),
      };
    },
  },
  {
    name: 'window-during-import',
    size: 1_000_000,
    async run() {
      const waits: number[] = [];
      const path = await csvFile(this.size, 0);
      for (let round = 0; round < 3; round++) waits.push(await longestWait(path, this.size));
      return { ours: 'longest wait of the window', peer: 'the bound of 50 ms', oursMs: median(waits), peerMs: 50, peakMemoryMb: memory() };
    },
  },
] satisfies Benchmark[];
