import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/menuCommand.ts';

/** The menu bar. Its own entries are sent to the window, which has each of them too. */
export function createMenu(send: (command: MenuCommand) => void, isMac: boolean): Menu {
  const entry = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
    // The window handles its own keys, so that undo in a text field stays the field's.
    registerAccelerator: false,
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return Menu.buildFromTemplate([
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        entry('New study', 'create-study'),
        entry('Open study …', 'open-study'),
        entry('Open the sample study', 'open-sample'),
        line,
        entry('Import files …', 'import-files'),
        line,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        entry('Undo', 'undo', 'CmdOrCtrl+Z'),
        entry('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        entry('Sources', 'show-sources'),
        entry('Model', 'show-model'),
        entry('Book', 'show-book'),
        entry('What-if', 'show-what-if'),
        line,
        entry('Commands …', 'show-palette', 'CmdOrCtrl+K'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ]);
}
