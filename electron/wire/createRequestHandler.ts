import { z } from 'zod';
import { Failure } from '../../shared/failure.ts';
import { answerFrames } from './answerFrames.ts';
import { securityHeaders } from './contentSecurityPolicy.ts';
import type { EngineLink } from './EngineLink.ts';
import { readPage } from './readPage.ts';

const callBody = z.object({ id: z.string().min(1).max(100), input: z.unknown() });
const cancelBody = z.object({ id: z.string().max(100) });
const overtakingKept = 100;

/**
 * What both doors answer: GET the window's files; POST /call/<name> with {id, input}, answered by frames, a JSON line each; POST /cancel
 * with {id}; POST /restarts, answered by a line whenever the engine was started again. Closing a call's stream cancels it too.
 * The door itself has made sure who asks.
 */
export function createRequestHandler(engine: EngineLink, pages: string): (request: Request) => Promise<Response> {
  const running = new Map<string, AbortController>();
  // Requests take separate connections: a cancel can overtake the call it is for. One that came too late is forgotten in time.
  const overtaking = new Set<string>();

  const answerCall = async (name: string, request: Request): Promise<Response> => {
    const body = callBody.safeParse(await request.json().catch(() => null));
    const controller = new AbortController();
    return lines(
      (send, end) => {
        if (!body.success) {
          send({ failure: new Failure('input-invalid', { call: name, where: 'the request', problem: 'it is not {id, input}' }).toData() });
          return end();
        }
        const { id, input } = body.data;
        running.set(id, controller);
        if (overtaking.delete(id)) controller.abort();
        void answerFrames(engine.invoke, name, input, controller.signal, send).then(() => {
          running.delete(id);
          end();
        });
      },
      () => controller.abort(),
    );
  };

  const cancelCall = async (request: Request): Promise<Response> => {
    const body = cancelBody.safeParse(await request.json().catch(() => null));
    if (body.success) {
      const { id } = body.data;
      running.get(id)?.abort();
      if (!running.has(id)) overtaking.add(id);
      if (overtaking.size > overtakingKept) overtaking.delete([...overtaking][0]!);
    }
    return new Response(null, { status: 204, headers: securityHeaders });
  };

  const tellRestarts = (): Response => {
    let stop = () => {};
    return lines(
      (send) => {
        stop = engine.onRestart(send);
      },
      () => stop(),
    );
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET') {
      const page = await readPage(pages, pathname);
      if (page) return new Response(new Uint8Array(page.bytes), { headers: { ...securityHeaders, 'content-type': page.type } });
    }
    if (request.method === 'POST') {
      if (pathname.startsWith('/call/')) return answerCall(decodeURIComponent(pathname.slice('/call/'.length)), request);
      if (pathname === '/cancel') return cancelCall(request);
      if (pathname === '/restarts') return tellRestarts();
    }
    return new Response('There is nothing here.', { status: 404, headers: { ...securityHeaders, 'content-type': 'text/plain' } });
  };
}

/** An answer of JSON lines. @param onClose called when the reader leaves before the end */
function lines(start: (send: (line: unknown) => void, end: () => void) => void, onClose: () => void): Response {
  const encoder = new TextEncoder();
  let closed = false;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      start(
        (line) => {
          if (!closed) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        },
        () => {
          if (!closed) controller.close();
          closed = true;
        },
      );
    },
    cancel() {
      closed = true;
      onClose();
    },
  });
  return new Response(stream, { headers: { ...securityHeaders, 'content-type': 'application/x-ndjson' } });
}
