import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startDesktop } from '../../electron/shell/startDesktop.ts';
import { createClient } from '../../renderer/wire/createClient.ts';
import { createFetchTransport } from '../../renderer/wire/fetchTransport.ts';
import { menuCommands } from '../../shared/contract/menuCommand.ts';
import { bundle } from '../wire/stand-in/bundle.ts';
import { stateOf } from '../wire/stand-in/engineStandIn.ts';
import { app, BrowserWindow, choices, dialogsOpened, registered } from './electronStandIn.ts';

let pages: string;
let engineScript: string;
beforeAll(async () => {
  engineScript = await bundle('test/wire/stand-in/engineProcess.ts');
  pages = await mkdtemp(join(tmpdir(), 'plumbline-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Plumbline</title>');
});
afterAll(() => rm(pages, { recursive: true }));

const { argv } = process;
beforeEach(async () => {
  process.argv = ['/opt/plumbline'];
  await start();
});
afterEach(async () => {
  process.argv = argv;
  vi.unstubAllGlobals();
  app.quit();
  await vi.waitFor(() => expect(app.quits).toBeGreaterThanOrEqual(2), 5000);
  app.removeAllListeners();
  app.quits = 0;
  BrowserWindow.all = [];
  registered.engines = [];
});

const start = () => startDesktop({ pages, preload: '/opt/preload.cjs', engineScript, engine: { parent: process.pid } });
const theWindow = () => BrowserWindow.all[0]!;
const ask = (address: string, init?: RequestInit) => registered.protocols.get('app')!(new Request(address, init));
const invoke = () => {
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => ask(address, init));
  return createClient(createFetchTransport({ address: 'app://plumbline' }));
};

it('opens one sandboxed window on its own origin, and shows it when there is something to see', () => {
  expect(app.sandboxed).toBe(true);
  expect(registered.schemes).toMatchObject([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
  expect(theWindow().loaded).toBe('app://plumbline/');
  expect(theWindow().options.webPreferences).toEqual({
    preload: '/opt/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  });
  expect(theWindow().shown).toBe(false);
  theWindow().emit('ready-to-show');
  expect(theWindow().shown).toBe(true);
});

it('serves the window under its policy, and nothing to others', async () => {
  const page = await ask('app://plumbline/');
  expect(await page.text()).toContain('Plumbline');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await ask('app://other/')).status).toBe(403);
  expect((await ask('app://plumbline/call/list-studies', { method: 'POST', headers: { origin: 'https://attacker.example' } })).status).toBe(
    403,
  );
});

it('answers calls from the engine in its own process, and outlives its crash', async () => {
  const call = invoke();
  await call('open-study', { path: '/studies/q3' });
  const before = await stateOf(call);
  registered.engines[0]!.kill();
  await vi.waitFor(() => expect(registered.engines).toHaveLength(2), 5000);
  const after = await stateOf(call);
  expect(after).toMatchObject({ study: '/studies/q3' });
  expect(after.process).not.toBe(before.process);
});

it('lets no request leave the machine', () => {
  const isCancelled = (url: string) => {
    let cancelled: boolean | null = null;
    registered.beforeRequest!({ url }, ({ cancel }) => {
      cancelled = cancel;
    });
    return cancelled;
  };
  for (const url of ['https://example.com/', 'http://127.0.0.1:9/', 'ws://example.com/', 'file:///etc/passwd', 'ftp://example.com/'])
    expect(isCancelled(url)).toBe(true);
  expect(isCancelled('app://plumbline/index.html')).toBe(false);
});

it('grants no permission but writing text or a picture to the clipboard', () => {
  const allowed = (permission: string) => {
    let answer: boolean | null = null;
    registered.permissionRequest!(null, permission, (given) => {
      answer = given;
    });
    return [answer, registered.permissionCheck!(null, permission)];
  };
  expect(allowed('clipboard-sanitized-write')).toEqual([true, true]);
  for (const permission of ['clipboard-read', 'geolocation', 'media', 'notifications', 'openExternal', 'fileSystem'])
    expect(allowed(permission)).toEqual([false, false]);
  expect(registered.device!()).toBe(false);
  expect(registered.spellChecker).toBe(false);
});

it('keeps every page where it is', () => {
  const { webContents } = theWindow();
  const isPrevented = (event: string, url: string) => {
    let prevented = false;
    webContents.emit(event, { url, preventDefault: () => (prevented = true) });
    return prevented;
  };
  expect(isPrevented('will-navigate', 'https://example.com/')).toBe(true);
  expect(isPrevented('will-navigate', 'app://plumbline.example/')).toBe(true);
  expect(isPrevented('will-redirect', 'https://example.com/')).toBe(true);
  expect(isPrevented('will-attach-webview', '')).toBe(true);
  expect(isPrevented('will-navigate', 'app://plumbline/')).toBe(false);
  expect(webContents.openWindow!()).toEqual({ action: 'deny' });
});

it('offers every menu command', () => {
  const items = (menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
  for (const { click } of items(registered.menu)) (click as (() => void) | undefined)?.();
  const commands = theWindow().webContents.sent.map(([channel, command]) => {
    expect(channel).toBe('menu');
    return command;
  });
  expect([...commands].sort()).toEqual([...menuCommands].sort());
});

it('asks with the system dialogs, for its own page only, and remembers the folder', async () => {
  const page = theWindow().webContents;
  const request = (channel: string, sender: object, frame: object, argument?: string) =>
    registered.channels.get(channel)!({ sender, senderFrame: frame } as never, argument as never);
  choices.open = ['/data/exports/accounts.csv'];
  expect(await request('choose-files', page, page.mainFrame)).toEqual(['/data/exports/accounts.csv']);
  choices.save = '/data/out/scores.csv';
  expect(await request('choose-target', page, page.mainFrame, 'scores.csv')).toBe('/data/out/scores.csv');
  expect(dialogsOpened.at(-1)).toEqual({ defaultPath: '/data/exports/scores.csv' });
  choices.save = '';
  expect(await request('choose-target', page, page.mainFrame, 'scores.csv')).toBe(null);
  choices.open = [];
  expect(await request('choose-folder', page, page.mainFrame)).toBe(null);
  await request('show-in-folder', page, page.mainFrame, '/data/out/scores.csv');
  expect(registered.shownInFolder).toEqual(['/data/out/scores.csv']);

  await expect(request('choose-files', page, { origin: 'app://plumbline' })).rejects.toThrow('Refused');
  await expect(request('choose-files', {}, page.mainFrame)).rejects.toThrow('Refused');
});

it('opens what is double-clicked, or named by a second start', () => {
  const { webContents } = theWindow();
  let prevented = false;
  app.emit('open-file', { preventDefault: () => (prevented = true) }, '/data/accounts.csv');
  app.emit('second-instance', {}, ['/opt/plumbline', '--flag', 'q3'], '/studies');
  expect(prevented).toBe(true);
  expect(webContents.sent).toEqual([
    ['open-path', '/data/accounts.csv'],
    ['open-path', '/studies/q3'],
  ]);
  expect(theWindow().focused).toBe(1);
});

it('leaves a second start to the first', async () => {
  app.isFirst = false;
  await start();
  app.isFirst = true;
  expect(BrowserWindow.all).toHaveLength(1);
  expect(app.quits).toBeGreaterThan(0);
});
