import { resolve } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { createRequestHandler } from '../wire/createRequestHandler.ts';
import { EngineKeeper } from '../wire/EngineKeeper.ts';
import { answerPage } from './answerPage.ts';
import { createMenu } from './createMenu.ts';
import { createWindow } from './createWindow.ts';
import { guardContents } from './guardContents.ts';
import { guardSession } from './guardSession.ts';
import { registerScheme } from './origin.ts';
import { serveApp } from './serveApp.ts';
import { utilityEngine } from './utilityEngine.ts';

export interface DesktopOptions {
  /** Absolute paths of what was built. */
  pages: string;
  preload: string;
  engineScript: string;
  /** Given to the engine's process. */
  engine: unknown;
}

/** The desktop app, from start to quit: one instance, one window, one engine. */
export async function startDesktop(options: DesktopOptions): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  registerScheme();
  guardContents(app);

  let window: BrowserWindow | null = null;
  const openedEarly: string[] = [];
  const open = (path: string) => (window ? window.webContents.send('open-path', path) : void openedEarly.push(path));
  const openArgument = (argv: string[], folder: string) => {
    const path = pathArgument(argv);
    if (path) open(resolve(folder, path));
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_, argv, folder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    openArgument(argv, folder);
  });
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  const keeper = new EngineKeeper(() => utilityEngine(options.engineScript, options.engine));
  endWith(keeper);
  guardSession(session.defaultSession);
  serveApp(session.defaultSession, createRequestHandler(keeper, options.pages));
  window = createWindow(options.preload);
  const { webContents } = window;
  answerPage(window, app.getPath('documents'));
  Menu.setApplicationMenu(createMenu((command) => webContents.send('menu', command), process.platform === 'darwin'));
  openArgument(process.argv, process.cwd());
  webContents.once('did-finish-load', () => {
    for (const path of openedEarly.splice(0)) open(path);
  });
}

/** The app quits when the engine has let go of its study. */
function endWith(keeper: EngineKeeper): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void keeper.close().then(() => {
      ended = true;
      app.quit();
    });
  });
}

/** The study or file named on the command line, after the program (and, unpacked, the app's folder). */
function pathArgument(argv: string[]): string | undefined {
  return argv.slice(app.isPackaged ? 1 : 2).find((argument) => !argument.startsWith('-'));
}
