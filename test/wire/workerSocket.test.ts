import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Mailbox } from '../../renderer/wire/Mailbox.ts';
import type { Socket } from '../../renderer/wire/socket.ts';
import type { FromSocketWorker, ToSocketWorker } from '../../renderer/wire/socketWorker.ts';

/** The worker's side, played by the test. */
class PlayedWorker {
  static last: PlayedWorker;
  readonly told: ToSocketWorker[] = [];
  isTerminated = false;
  onmessage: ((message: { data: FromSocketWorker }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    PlayedWorker.last = this;
  }

  postMessage(message: ToSocketWorker): void {
    this.told.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: FromSocketWorker): void {
    this.onmessage!({ data });
  }
}

let socket: Socket;
let worker: PlayedWorker;
let mailbox: Mailbox;
let received: (string | null)[];
let canWorkerHold: () => boolean;

beforeEach(async () => {
  vi.stubGlobal('window', { crossOriginIsolated: true });
  vi.stubGlobal('Worker', PlayedWorker);
  vi.resetModules();
  const workerSocket = await import('../../renderer/wire/workerSocket.ts');
  canWorkerHold = workerSocket.canWorkerHold;
  received = [];
  socket = workerSocket.openWorkerSocket('ws://127.0.0.1:1/calls', 'secret', {
    onText: (text) => received.push(text),
    onClose: () => received.push(null),
  });
  worker = PlayedWorker.last;
  const [open] = worker.told;
  expect(open).toMatchObject({ kind: 'open', address: 'ws://127.0.0.1:1/calls', protocol: 'secret' });
  mailbox = new Mailbox((open as Extract<ToSocketWorker, { kind: 'open' }>).memory);
});
afterEach(() => vi.unstubAllGlobals());

it('is open from when the worker says so until it closes, and has the worker send', () => {
  expect(socket.isOpen).toBe(false);
  worker.say({ kind: 'opened' });
  expect(socket.isOpen).toBe(true);
  socket.send('one');
  socket.close();
  expect(socket.isOpen).toBe(false);
  expect(worker.told.slice(1)).toEqual([{ kind: 'send', text: 'one' }, { kind: 'close' }]);
});

it('receives a text once: by its notice, or before it when it is collected', () => {
  const notices = ['one', 'two'].map((text) => mailbox.post(text));
  socket.collect();
  expect(received).toEqual(['one', 'two']);
  notices.push(mailbox.post('three'));
  for (const notice of notices) worker.say({ kind: 'posted', notice });
  expect(received).toEqual(['one', 'two', 'three']);
});

it('says once that it closed, and lets the worker go', () => {
  worker.say({ kind: 'opened' });
  worker.say({ kind: 'closed' });
  worker.onerror!();
  expect(received).toEqual([null]);
  expect([socket.isOpen, worker.isTerminated]).toEqual([false, true]);
});

it('is closed where the worker fails, and no worker is tried again', () => {
  expect(canWorkerHold()).toBe(true);
  worker.onerror!();
  expect(received).toEqual([null]);
  expect(canWorkerHold()).toBe(false);
});

it('is not held by a worker where the page is not isolated', () => {
  vi.stubGlobal('window', { crossOriginIsolated: false });
  expect(canWorkerHold()).toBe(false);
});
