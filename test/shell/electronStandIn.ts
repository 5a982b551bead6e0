import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';

// Stands for the `electron` module where its binary is absent: records what the shell asks of it, and lets a test play its part.

type Answer = (...input: never[]) => unknown;

class Contents extends EventEmitter {
  sent: unknown[][] = [];
  mainFrame = { origin: 'app://plumbline' };
  openWindow: (() => unknown) | null = null;

  send(...message: unknown[]) {
    this.sent.push(message);
  }
  setWindowOpenHandler(handler: () => unknown) {
    this.openWindow = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = [];
  webContents = new Contents();
  loaded: string | null = null;
  shown = false;
  focused = 0;
  readonly options: Record<string, unknown>;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string) {
    this.loaded = address;
  }
  show() {
    this.shown = true;
  }
  focus() {
    this.focused++;
  }
  isMinimized() {
    return false;
  }
}

class App extends EventEmitter {
  isPackaged = true;
  isFirst = true;
  sandboxed = false;
  quits = 0;

  requestSingleInstanceLock() {
    return this.isFirst;
  }
  enableSandbox() {
    this.sandboxed = true;
  }
  async whenReady() {}
  getPath(name: string) {
    return `/home/analyst/${name}`;
  }
  quit() {
    this.quits++;
    this.emit('will-quit', { preventDefault() {} });
  }
}
export const app = new App();

/** What the shell registered, by kind. */
export const registered = {
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  beforeRequest: null as ((details: { url: string }, answer: (result: { cancel: boolean }) => void) => void) | null,
  permissionRequest: null as ((contents: unknown, permission: string, answer: (allowed: boolean) => void) => void) | null,
  permissionCheck: null as ((contents: unknown, permission: string) => boolean) | null,
  device: null as (() => boolean) | null,
  spellChecker: true,
  channels: new Map<string, Answer>(),
  menu: [] as MenuItemConstructorOptions[],
  shownInFolder: [] as string[],
  engines: [] as { script: string; kill(): void }[],
};

/** What the analyst chooses in the next dialogs. */
export const choices = { open: [] as string[], save: '' };
export const dialogsOpened: Record<string, unknown>[] = [];

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof registered.schemes) => void registered.schemes.push(...schemes),
};

export const session = {
  defaultSession: {
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void registered.protocols.set(scheme, handler),
    },
    webRequest: {
      onBeforeRequest: (listener: NonNullable<typeof registered.beforeRequest>) => {
        registered.beforeRequest = listener;
      },
    },
    setPermissionRequestHandler: (handler: NonNullable<typeof registered.permissionRequest>) => {
      registered.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler: NonNullable<typeof registered.permissionCheck>) => {
      registered.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      registered.device = handler;
    },
    setSpellCheckerEnabled: (enabled: boolean) => {
      registered.spellChecker = enabled;
    },
  },
};

export const ipcMain = { handle: (channel: string, handler: Answer) => void registered.channels.set(channel, handler) };

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
    registered.menu = menu;
  },
};

export const dialog = {
  showOpenDialog: async (_: unknown, options: Record<string, unknown>) => {
    dialogsOpened.push(options);
    return { canceled: choices.open.length === 0, filePaths: choices.open };
  },
  showSaveDialog: async (_: unknown, options: Record<string, unknown>) => {
    dialogsOpened.push(options);
    return { canceled: choices.save === '', filePath: choices.save };
  },
};

export const shell = { showItemInFolder: (path: string) => void registered.shownInFolder.push(path) };

/** A utility process is a forked one here: the engine's side is told apart by `process.parentPort`, which only Electron sets. */
export const utilityProcess = {
  fork(script: string, args: string[]) {
    const child = fork(script, args, { serialization: 'advanced' });
    registered.engines.push({ script, kill: () => child.kill('SIGKILL') });
    return {
      postMessage: (message: object) => void (child.connected && child.send(message)),
      on: (event: 'message', listener: (message: unknown) => void) => child.on(event, listener),
      once: (event: 'exit', listener: () => void) => child.once(event, listener),
      kill: () => child.kill(),
    };
  },
};

/** What the preload script uses. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoked: [] as unknown[][],
  invoke: async (...message: unknown[]) => {
    ipcRenderer.invoked.push(message);
    return null;
  },
});
export const exposed: Record<string, unknown> = {};
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => {
    exposed[name] = value;
  },
};
export const webUtils = { getPathForFile: (file: { name: string }) => `/home/analyst/${file.name}` };
