import { join } from 'node:path';
import { type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import { origin } from './origin.ts';

/** The folder of the last choice: since Electron 43 dialogs do not remember it. */
interface LastFolder {
  path: string;
}

/**
 * Answers what the preload script asks for: the system's dialogs. Only the main frame of the one window is answered.
 * @param folder where the first dialog opens
 */
export function answerPage(window: BrowserWindow, folder: string): void {
  const last: LastFolder = { path: folder };
  const answer = (channel: string, work: (argument: string) => Promise<unknown>) =>
    ipcMain.handle(channel, async (event, argument: unknown) => {
      if (!isPage(event, window)) throw new Error('Refused.');
      return work(typeof argument === 'string' ? argument : '');
    });

  answer('choose-files', async () => {
    const { filePaths } = await dialog.showOpenDialog(window, { defaultPath: last.path, properties: ['openFile', 'multiSelections'] });
    if (filePaths[0]) last.path = join(filePaths[0], '..');
    return filePaths;
  });
  answer('choose-folder', async () => {
    const { filePaths } = await dialog.showOpenDialog(window, { defaultPath: last.path, properties: ['openDirectory', 'createDirectory'] });
    if (filePaths[0]) last.path = join(filePaths[0], '..');
    return filePaths[0] ?? null;
  });
  answer('choose-target', async (suggestedName) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: join(last.path, suggestedName) });
    if (canceled || !filePath) return null;
    last.path = join(filePath, '..');
    return filePath;
  });
  answer('show-in-folder', async (path) => shell.showItemInFolder(path));
}

function isPage({ senderFrame, sender }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return sender === window.webContents && senderFrame === sender.mainFrame && senderFrame.origin === origin;
}
