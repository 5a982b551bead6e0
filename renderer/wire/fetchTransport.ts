import { engineRestart, frame } from '../../shared/contract/frame.ts';
import { Failure } from '../../shared/failure.ts';
import { readLines } from './readLines.ts';
import type { Transport } from './transport.ts';

/** @param headers sent with every request: the browser door's token. @param address of the door, when it is not the page's own */
export function createFetchTransport({ headers = {}, address = '' }: { headers?: Record<string, string>; address?: string }): Transport {
  const post = async (path: string, body: unknown, signal?: AbortSignal) => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    }).catch(() => {
      throw new Failure('door-lost');
    });
    if (answer.status === 403) throw new Failure('door-refused');
    if (!answer.ok || !answer.body) throw new Failure('unexpected', { message: `${path} was answered with ${answer.status}` });
    return answer.body;
  };
  const lines = async function* (path: string, body: unknown, signal?: AbortSignal) {
    try {
      for await (const line of readLines(await post(path, body, signal))) yield JSON.parse(line) as unknown;
    } catch (error) {
      throw error instanceof Failure ? error : new Failure('door-lost');
    }
  };
  return {
    async *call(name, request) {
      for await (const line of lines(`/call/${name}`, request)) yield frame.parse(line);
    },
    cancel: async (id) => {
      await (await post('/cancel', { id })).cancel();
    },
    async *restarts(signal) {
      for await (const line of lines('/restarts', {}, signal)) yield engineRestart.parse(line);
    },
  };
}
