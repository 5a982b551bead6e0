import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Invoke } from '../../shared/contract/contract.ts';
import { type FromDoor, readMessage, type ToDoor, toDoor } from '../../shared/contract/socket.ts';
import { answerOverPort } from './answerOverPort.ts';
import type { Port } from './port.ts';

const socketPath = '/calls';
const mostBytes = 256 * 1024 * 1024;
/** Close code of RFC 6455: a message of a form that is not accepted. */
const policyViolation = 1008;

/** Answers calls over sockets, one for each page: a call of the socket costs a fraction of a request. @returns how to close them all */
export function answerSockets(server: Server, isAllowed: (request: IncomingMessage) => boolean, invoke: Invoke): () => void {
  const sockets = new WebSocketServer({ noServer: true, path: socketPath, maxPayload: mostBytes });
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => {});
    if (!isAllowed(request)) return refuse(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      // What breaks a socket closes it.
      socket.on('error', () => {});
      socket.on(
        'close',
        answerOverPort(portOf(socket), invoke, () => {}),
      );
    });
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
  };
}

/** Destroyed once it is said: a stream that its other end holds open would keep the door from ending. */
function refuse(stream: Duplex): void {
  stream.once('finish', () => stream.destroy());
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function portOf(socket: WebSocket): Port<FromDoor, ToDoor> {
  return {
    post: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (listener) =>
      socket.on('message', (bytes) => {
        const message = readMessage(toDoor, String(bytes));
        if (message) listener(message);
        else socket.close(policyViolation);
      }),
  };
}
