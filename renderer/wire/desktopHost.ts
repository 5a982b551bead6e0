import { createClient } from './createClient.ts';
import type { DesktopBridge } from './desktopBridge.ts';
import { createFetchTransport } from './fetchTransport.ts';
import type { Host } from './host.ts';
import { watchEngine } from './watchEngine.ts';

/** The desktop window: calls go to `app://`, the rest to the preload script. */
export function createDesktopHost(bridge: DesktopBridge): Host {
  const transport = createFetchTransport({});
  return {
    kind: 'desktop',
    invoke: createClient(transport),
    // A request's answer cannot be taken in before its turn.
    collect: () => {},
    chooseFiles: () => bridge.chooseFiles(),
    pathOfDropped: async (file) => bridge.pathOfDropped(file),
    chooseFolder: () => bridge.chooseFolder(),
    chooseTarget: (suggestedName) => bridge.chooseTarget(suggestedName),
    deliver: (path) => bridge.showInFolder(path),
    onMenu: (listener) => bridge.onMenu(listener),
    onOpenPath: (listener) => bridge.onOpenPath(listener),
    onEngineRestart: (listener) => watchEngine(transport, listener),
  };
}
