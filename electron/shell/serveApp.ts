import type { Session } from 'electron';
import { origin } from './origin.ts';

/** Answers `app://plumbline` with the wire's handler. Another host, and a call that names another origin, is refused. */
export function serveApp(session: Session, handle: (request: Request) => Promise<Response>): void {
  session.protocol.handle('app', async (request) => {
    const from = request.headers.get('origin');
    // Chromium may leave the header out between pages of one custom scheme; no page of another origin can be loaded at all.
    const isOwn = request.url.startsWith(`${origin}/`) && (from === null || from === origin);
    return isOwn ? handle(request) : new Response('Refused.', { status: 403 });
  });
}
