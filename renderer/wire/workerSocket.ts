import { Mailbox } from './Mailbox.ts';
import type { Socket, SocketEvents } from './socket.ts';
import type { FromSocketWorker, ToSocketWorker } from './socketWorker.ts';
import workerAddress from './socketWorker.ts?worker&url';

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(input: string): string } };
  }
}

/** A page that requires trusted types takes a worker's address from a policy alone; its name stands in the content security policy. */
const policy = window.trustedTypes?.createPolicy('socket-worker', { createScriptURL: () => workerAddress });

/** Whether a worker's file could not be loaded, or it failed: it is not tried again. */
let hasFailed = false;

/** Whether a worker can hold a socket: the page must be isolated from other origins to share memory with it. */
export function canWorkerHold(): boolean {
  return window.crossOriginIsolated && !hasFailed;
}

/**
 * A WebSocket that a worker holds. While the mouse drags, a browser draws frame upon frame before it takes in a message; what came can be
 * collected at the beginning of a frame all the same.
 */
export function openWorkerSocket(address: string, protocol: string, { onText, onClose }: SocketEvents): Socket {
  const worker = new Worker(policy?.createScriptURL('') ?? workerAddress, { type: 'module' });
  const mailbox = new Mailbox();
  let [isOpen, isEnded] = [false, false];
  const tell = (message: ToSocketWorker) => worker.postMessage(message);
  const receive = (texts: string[]) => texts.forEach(onText);
  const end = () => {
    if (isEnded) return;
    [isOpen, isEnded] = [false, true];
    worker.terminate();
    onClose();
  };
  worker.onmessage = ({ data }: MessageEvent<FromSocketWorker>) => {
    if (data.kind === 'opened') isOpen = true;
    else if (data.kind === 'posted') receive(mailbox.take(data.notice));
    else end();
  };
  worker.onerror = () => {
    hasFailed = true;
    end();
  };
  tell({ kind: 'open', address, protocol, memory: mailbox.memory });
  return {
    get isOpen() {
      return isOpen;
    },
    send: (text) => tell({ kind: 'send', text }),
    close() {
      isOpen = false;
      tell({ kind: 'close' });
    },
    collect: () => receive(mailbox.take()),
  };
}
