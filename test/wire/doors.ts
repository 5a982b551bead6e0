import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { WebSocket } from 'ws';
import { createRequestHandler } from '../../electron/wire/createRequestHandler.ts';
import { EngineKeeper } from '../../electron/wire/EngineKeeper.ts';
import type { EngineLink } from '../../electron/wire/EngineLink.ts';
import { Exchange } from '../../electron/wire/Exchange.ts';
import { forkEngine } from '../../electron/wire/forkEngine.ts';
import { type LoopbackDoor, serveLoopback } from '../../electron/wire/serveLoopback.ts';
import { createClient } from '../../renderer/wire/createClient.ts';
import { createFetchTransport } from '../../renderer/wire/fetchTransport.ts';
import { socketOver } from '../../renderer/wire/socket.ts';
import { createSocketTransport } from '../../renderer/wire/socketTransport.ts';
import type { Transport } from '../../renderer/wire/transport.ts';
import type { Invoke } from '../../shared/contract/contract.ts';
import { bundle } from './stand-in/bundle.ts';
import { createEngineStandIn } from './stand-in/engineStandIn.ts';

/** A way to the stand-in engine. */
export interface Door {
  invoke: Invoke;
  close(): Promise<void>;
}

/** The stand-in, as a door's handler sees it. */
export function standInLink(): EngineLink {
  return { ...createEngineStandIn(), onRestart: () => () => {} };
}

export async function openKeeper(): Promise<EngineKeeper> {
  const script = await bundle('test/wire/stand-in/engineProcess.ts');
  return new EngineKeeper(() => forkEngine(script, { parent: process.pid }));
}

export interface LoopbackOnTest extends LoopbackDoor {
  folder: string;
  transport: Transport;
}

/** The browser door on a free port, over any engine, with empty pages. */
export async function openLoopback(engine: EngineLink, pages = 'test/wire'): Promise<LoopbackOnTest> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-door-'));
  const exchange = await Exchange.open(join(folder, 'exchange'));
  const handle = createRequestHandler(engine, pages);
  const door = await serveLoopback({ handle, invoke: engine.invoke, exchange, failureOf: (error) => error, port: 0 });
  const transport = createFetchTransport({ address: door.address, headers: { 'x-plumbline-token': door.token } });
  const close = async () => {
    await door.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...door, folder, transport, close };
}

/** Every way a call can take to the engine. */
export const doors: Record<string, () => Promise<Door>> = {
  'in this process': async () => createEngineStandIn(),
  'in a process of its own': openKeeper,
  'over app://': async () => {
    const handle = createRequestHandler(standInLink(), 'test/wire');
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => handle(new Request(address, init)));
    const invoke = createClient(createFetchTransport({ address: 'app://plumbline' }));
    return { invoke, close: async () => void vi.unstubAllGlobals() };
  },
  'over the browser door, in a process of its own': () => throughLoopback(({ transport }) => transport),
  'over the socket of the browser door': () =>
    throughLoopback(async (loopback) => {
      const socket = openSocket(loopback);
      await once(socket, 'open');
      return createSocketTransport({ open: (events) => socketOver(asInPage(socket), events), otherwise: neverUsed });
    }),
};

async function throughLoopback(transportOf: (loopback: LoopbackOnTest) => Transport | Promise<Transport>): Promise<Door> {
  const keeper = await openKeeper();
  const loopback = await openLoopback(keeper);
  const close = async () => {
    await loopback.close();
    await keeper.close();
  };
  return { invoke: createClient(await transportOf(loopback)), close };
}

/** A socket as a page of the door opens it. */
export function openSocket({ address, token }: LoopbackDoor, offered = token, origin = address): WebSocket {
  return new WebSocket(`${address.replace('http', 'ws')}/calls`, offered, { origin });
}

/** As a page sees it: a browser says nothing of what goes wrong either but that the socket closed. */
export function asInPage(socket: WebSocket): globalThis.WebSocket {
  return socket.on('error', () => {}) as unknown as globalThis.WebSocket;
}

const neverUsed: Transport = {
  call: () => {
    throw new Error('The call did not take the socket.');
  },
  cancel: () => Promise.reject(new Error('The cancel did not take the socket.')),
  restarts: () => {
    throw new Error('The socket tells no restarts.');
  },
};
