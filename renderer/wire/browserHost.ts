import { createClient } from './createClient.ts';
import { createFetchTransport } from './fetchTransport.ts';
import type { Host } from './host.ts';
import { pathAnswered } from './pathAnswered.ts';
import { pickFiles } from './pickFiles.ts';
import { readAddress } from './readAddress.ts';
import { type Socket, type SocketEvents, socketOver } from './socket.ts';
import { createSocketTransport } from './socketTransport.ts';
import { uploadFile } from './uploadFile.ts';
import { watchEngine } from './watchEngine.ts';
import { canWorkerHold, openWorkerSocket } from './workerSocket.ts';

/** The browser door: a page has no paths, so files go to the engine's inbox and exports come back as downloads. */
export function createBrowserHost(): Host {
  const { token, openPath } = readAddress();
  let toOpen = openPath;
  const headers = { 'x-plumbline-token': token };
  const transport = createSocketTransport({
    open: (events) => openSocket(token, events),
    otherwise: createFetchTransport({ headers }),
  });
  const targets = new Set<string>();
  return {
    kind: 'browser',
    invoke: createClient(transport),
    collect: transport.collect,
    async chooseFiles(options) {
      const paths: string[] = [];
      for (const file of await pickFiles()) paths.push(await uploadFile(file, headers, options));
      return paths;
    },
    pathOfDropped: (file, options) => uploadFile(file, headers, options),
    chooseFolder: async () => null,
    async chooseTarget(suggestedName) {
      const answer = await fetch(`/target?name=${encodeURIComponent(suggestedName)}`, { method: 'POST', headers }).catch(() => null);
      const path = pathAnswered(answer?.status ?? 0, answer?.ok ? await answer.json() : null);
      targets.add(path);
      return path;
    },
    async deliver(path) {
      // An export to a path that was typed already lies where it was wanted.
      if (!targets.delete(path)) return;
      const link = document.createElement('a');
      link.href = `/download?path=${encodeURIComponent(path)}`;
      link.download = '';
      link.click();
    },
    onMenu: () => () => {},
    onOpenPath(listener) {
      const path = toOpen;
      toOpen = null;
      if (path !== null) queueMicrotask(() => listener(path));
      return () => {};
    },
    onEngineRestart: (listener) => watchEngine(transport, listener),
  };
}

/** Null for what cannot be a secret: no socket can offer it, and a request says what is wrong. */
function openSocket(token: string, events: SocketEvents): Socket | null {
  if (!/^[\w-]+$/.test(token)) return null;
  const address = `ws://${window.location.host}/calls`;
  return canWorkerHold() ? openWorkerSocket(address, token, events) : socketOver(new WebSocket(address, token), events);
}
