import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge } from '../renderer/wire/desktopBridge.ts';
import type { MenuCommand } from '../shared/contract/menuCommand.ts';

/** What was opened before the page listened waits here. */
const openedEarly: string[] = [];
const keep = (path: string): void => void openedEarly.push(path);
let onOpen = keep;
ipcRenderer.on('open-path', (_, path: string) => onOpen(path));

const bridge: DesktopBridge = {
  pathOfDropped: (file) => webUtils.getPathForFile(file),
  chooseFiles: () => ipcRenderer.invoke('choose-files') as Promise<string[]>,
  chooseFolder: () => ipcRenderer.invoke('choose-folder') as Promise<string | null>,
  chooseTarget: (suggestedName) => ipcRenderer.invoke('choose-target', suggestedName) as Promise<string | null>,
  showInFolder: (path) => ipcRenderer.invoke('show-in-folder', path) as Promise<void>,
  onMenu(listener) {
    const receive = (_: unknown, command: MenuCommand) => listener(command);
    ipcRenderer.on('menu', receive);
    return () => ipcRenderer.off('menu', receive);
  },
  onOpenPath(listener) {
    onOpen = listener;
    for (const path of openedEarly.splice(0)) listener(path);
    return () => {
      onOpen = keep;
    };
  },
};

contextBridge.exposeInMainWorld('plumblineDesktop', bridge);
