import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Invoke } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/failure.ts';
import { answerSockets } from './answerSockets.ts';
import { securityHeaders } from './contentSecurityPolicy.ts';
import type { Exchange } from './Exchange.ts';

export interface LoopbackOptions {
  /** Answers pages and calls, once this door has made sure who asks. */
  handle: (request: Request) => Promise<Response>;
  /** Answers calls over a page's socket. */
  invoke: Invoke;
  exchange: Exchange;
  /** Turns an error of `node:fs` about a file into a failure with a sentence, where it can. */
  failureOf: (error: unknown, path: string) => unknown;
  /** 0 for any free one. */
  port: number;
}

export interface LoopbackDoor {
  /** "http://127.0.0.1:41234" */
  address: string;
  /** The secret of this start; a page must send it as `x-plumbline-token`, and offer it as its socket's protocol. */
  token: string;
  close(): Promise<void>;
}

/** The browser door: 127.0.0.1 only; Host and Origin must be its own and every POST and socket carries the secret; nothing is shared with other origins. */
export async function serveLoopback({ handle, invoke, exchange, failureOf, port }: LoopbackOptions): Promise<LoopbackDoor> {
  const token = randomBytes(32).toString('base64url');
  let host = '';

  const isOwn = ({ headers }: IncomingMessage) =>
    headers.host === host && (headers.origin === undefined || headers.origin === `http://${host}`);
  const isToken = (text: unknown) => {
    const given = Buffer.from(String(text ?? ''));
    return given.length === token.length && timingSafeEqual(given, Buffer.from(token));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${host}`);
    if (!isOwn(request) || (request.method !== 'GET' && !isToken(request.headers['x-plumbline-token'])))
      return plain(response, 403, 'Refused.');
    if (request.method === 'GET' && url.pathname === '/download') return download(response, url.searchParams.get('path') ?? '', exchange);
    if (request.method === 'POST' && url.pathname === '/upload')
      return json(response, () => exchange.receive(url.searchParams.get('name') ?? '', request), failureOf);
    if (request.method === 'POST' && url.pathname === '/target')
      return json(response, () => exchange.target(url.searchParams.get('name') ?? ''), failureOf);
    const body = request.method === 'POST' ? { body: await text(request) } : {};
    await send(response, await handle(new Request(url, { method: request.method ?? 'GET', ...body })));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'Something went wrong.');
    });
  });
  const closeSockets = answerSockets(
    server,
    (request) => isOwn(request) && request.headers.origin !== undefined && isToken(request.headers['sec-websocket-protocol']),
    invoke,
  );
  // A large upload may take longer than Node's five minutes.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${host}`,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        closeSockets();
      }),
  };
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain' }).end(text);
}

async function json(response: ServerResponse, work: () => Promise<string>, failureOf: LoopbackOptions['failureOf']): Promise<void> {
  const answer = await work().then(
    (path) => ({ path }),
    (error: unknown) => {
      const known = failureOf(error, 'the inbox');
      return { failure: (known instanceof Failure ? known : new Failure('unexpected', { message: String(error) })).toData() };
    },
  );
  response.writeHead(200, { ...securityHeaders, 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

async function download(response: ServerResponse, path: string, exchange: Exchange): Promise<void> {
  const file = exchange.gaveOut(path) ? await stat(path).catch(() => null) : null;
  if (!file) return plain(response, 404, 'There is nothing here.');
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'application/octet-stream',
    'content-length': file.size,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
  });
  await pipeline(createReadStream(path), response);
}

/** Passes a web answer on as it comes; a reader that leaves cancels it. */
async function send(response: ServerResponse, { status, headers, body }: Response): Promise<void> {
  response.writeHead(status, Object.fromEntries(headers));
  if (!body) return void response.end();
  await pipeline(Readable.fromWeb(body as import('node:stream/web').ReadableStream), response);
}
