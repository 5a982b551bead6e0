import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';

export interface LaunchOptions {
  /** A study folder or a file, as on the command line. */
  open?: string;
  /** Folder of the user's studies; a new one without it. */
  home?: string;
  context?: BrowserContextOptions;
}

export interface AppOnTest {
  page: Page;
  /** The user's folder of this start. */
  home: string;
  /** Process id of the door. */
  process: number;
  /** What the page must not do: requests off this machine, errors on the console, violations of its policy. Checked when the test ends. */
  problems: string[];
}

const inElectron = process.env.PLUMBLINE_E2E === 'electron';
let browser: Promise<Browser> | null = null;
afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

/**
 * Starts the built app on a folder of its own and opens its page: the browser door in Chromium, or the desktop app. It ends with the
 * test, which fails when the page asked for anything outside this machine or reported an error.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<AppOnTest> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'plumbline-home-')));
  const problems: string[] = [];
  const app = inElectron ? await launchDesktop(home, options, problems) : await launchDoor(home, options, problems);
  onTestFinished(async () => {
    await app.close();
    if (!options.home) await rm(home, { recursive: true, force: true });
    expect(problems).toEqual([]);
  });
  return { page: app.page, home, process: app.process, problems };
}

interface Launched {
  page: Page;
  process: number;
  close(): Promise<void>;
}

async function launchDoor(home: string, { open, context }: LaunchOptions, problems: string[]): Promise<Launched> {
  const door = spawn(process.execPath, ['out/electron/serve.js', '--no-open', ...(open ? [open] : [])], {
    env: { ...process.env, PLUMBLINE_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(door);
  browser ??= chromium.launch({
    executablePath: process.env.PLUMBLINE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const opened = await (await browser).newContext({ viewport: { width: 1440, height: 900 }, ...context });
  const page = await opened.newPage();
  watch(page, new URL(address).origin, problems);
  await page.goto(address);
  const close = async () => {
    await opened.close();
    const gone = new Promise((settle) => door.once('exit', settle));
    door.kill('SIGTERM');
    await gone;
  };
  return { page, process: door.pid!, close };
}

async function launchDesktop(home: string, { open, context }: LaunchOptions, problems: string[]): Promise<Launched> {
  const app = await _electron.launch({
    args: [resolve('.'), ...(open ? [open] : [])],
    env: { ...(process.env as Record<string, string>), PLUMBLINE_HOME: home },
    ...(context?.colorScheme ? { colorScheme: context.colorScheme } : {}),
  });
  const page = await app.firstWindow();
  watch(page, 'app://plumbline', problems);
  return { page, process: app.process().pid!, close: () => app.close() };
}

function addressOf(door: ChildProcess): Promise<string> {
  return new Promise((settle, reject) => {
    door.once('exit', (code) => reject(new Error(`The browser door ended with ${code} before it opened.`)));
    createInterface(door.stdout!).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0];
      if (address) settle(address);
    });
  });
}

function watch(page: Page, own: string, problems: string[]): void {
  page.on('request', (request) => {
    if (!request.url().startsWith(`${own}/`) && !/^(data|blob):/.test(request.url())) problems.push(`asked for ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(`${own.replace('http', 'ws')}/`)) problems.push(`opened a socket to ${socket.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
}
