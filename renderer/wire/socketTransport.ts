import type { Frame } from '../../shared/contract/frame.ts';
import { fromDoor, readMessage, type ToDoor } from '../../shared/contract/socket.ts';
import { Failure } from '../../shared/failure.ts';
import type { Socket, SocketEvents } from './socket.ts';
import type { Transport } from './transport.ts';

interface SocketTransportOptions {
  /** Begins to open a socket, which may never open; null when there is no use in trying. */
  open: (events: SocketEvents) => Socket | null;
  /** Carries what the socket does not: everything while there is none, and restarts. */
  otherwise: Transport;
}

/** Calls over a socket can be answered before their turn. */
export interface SocketTransport extends Transport {
  /** Receives the answers that have come already but wait for their turn. */
  collect(): void;
}

/** Calls over one socket while it is open: each costs the page and the door a fraction of a request of its own. A socket that closed is opened anew by the next call. */
export function createSocketTransport({ open, otherwise }: SocketTransportOptions): SocketTransport {
  /** Takes each frame of a call, null when the socket closed. */
  const waiting = new Map<string, (frame: Frame | null) => void>();
  let socket: Socket | null = null;

  const connect = () => {
    socket = open({
      onText(text) {
        const message = readMessage(fromDoor, text);
        if (message) waiting.get(message.id)?.(message.frame);
        // Nobody knows whose answer it was: all are told.
        else socket?.close();
      },
      onClose() {
        socket = null;
        for (const receive of waiting.values()) receive(null);
      },
    });
  };
  const send = (message: ToDoor) => {
    if (socket?.isOpen) socket.send(JSON.stringify(message));
  };

  return {
    async *call(name, request) {
      if (!socket) connect();
      if (!socket?.isOpen) return yield* otherwise.call(name, request);
      const { id, input } = request;
      const frames: (Frame | null)[] = [];
      let wake = () => {};
      waiting.set(id, (frame) => {
        frames.push(frame);
        wake();
      });
      send({ kind: 'call', id, name, input });
      let isDone = false;
      try {
        while (!isDone) {
          if (frames.length === 0) await new Promise<void>((resolve) => (wake = resolve));
          for (const frame of frames.splice(0)) {
            if (frame === null) throw new Failure('door-lost');
            isDone = 'value' in frame || 'failure' in frame;
            yield frame;
          }
        }
      } finally {
        waiting.delete(id);
        if (!isDone) send({ kind: 'cancel', id });
      }
    },
    async cancel(id) {
      if (waiting.has(id)) send({ kind: 'cancel', id });
      else await otherwise.cancel(id);
    },
    collect: () => socket?.collect(),
    restarts: (signal) => otherwise.restarts(signal),
  };
}
