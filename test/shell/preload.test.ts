import { beforeAll, expect, it } from 'vitest';
import type { DesktopBridge } from '../../renderer/wire/desktopBridge.ts';
import { exposed, ipcRenderer } from './electronStandIn.ts';

let bridge: DesktopBridge;
beforeAll(async () => {
  await import('../../electron/preload.ts');
  bridge = exposed.plumblineDesktop as DesktopBridge;
});

it('hands the page its bridge and nothing else', () => {
  expect(Object.keys(exposed)).toEqual(['plumblineDesktop']);
});

it('keeps what was opened before the page listened', () => {
  ipcRenderer.emit('open-path', {}, '/studies/early');
  const seen: string[] = [];
  const stop = bridge.onOpenPath((path) => seen.push(path));
  ipcRenderer.emit('open-path', {}, '/studies/late');
  stop();
  ipcRenderer.emit('open-path', {}, '/studies/between');
  bridge.onOpenPath((path) => seen.push(path));
  expect(seen).toEqual(['/studies/early', '/studies/late', '/studies/between']);
});

it('passes menu commands on until told to stop', () => {
  const seen: string[] = [];
  const stop = bridge.onMenu((command) => seen.push(command));
  ipcRenderer.emit('menu', {}, 'undo');
  stop();
  ipcRenderer.emit('menu', {}, 'redo');
  expect(seen).toEqual(['undo']);
});

it('asks the shell for dialogs, and knows the path of a dropped file', async () => {
  await bridge.chooseFiles();
  await bridge.chooseFolder();
  await bridge.chooseTarget('scores.csv');
  await bridge.showInFolder('/out/scores.csv');
  expect(ipcRenderer.invoked).toEqual([
    ['choose-files'],
    ['choose-folder'],
    ['choose-target', 'scores.csv'],
    ['show-in-folder', '/out/scores.csv'],
  ]);
  expect(bridge.pathOfDropped(new File([], 'accounts.csv'))).toBe('/home/analyst/accounts.csv');
});
