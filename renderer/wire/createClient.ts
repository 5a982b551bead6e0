import { z } from 'zod';
import { type CallName, contract, type Invoke, type InvokeOptions } from '../../shared/contract/contract.ts';
import type { Frame } from '../../shared/contract/frame.ts';
import { Failure } from '../../shared/failure.ts';
import { Lanes } from './Lanes.ts';
import type { Transport } from './transport.ts';

/** A browser opens six connections to a host: four long calls leave room for the short ones, where each takes one. */
const longCalls = 4;

/** The contract's calls over a transport. A cancelled call rejects once the engine has said that it stopped. */
export function createClient(transport: Transport): Invoke {
  const lanes = new Lanes(longCalls);

  const invoke = async (name: CallName, input: unknown, options: InvokeOptions = {}) => {
    const { signal } = options;
    if (signal?.aborted) throw new Failure('cancelled');
    const send = () => exchange(transport, name, input, options);
    return contract[name].progress ? lanes.run(send, signal) : send();
  };
  return invoke as Invoke;
}

/** Settles with the last frame; the stream is read to its end behind it, because leaving one early cancels its call. */
function exchange(
  transport: Transport,
  name: CallName,
  input: unknown,
  { signal, onProgress, onPartial }: InvokeOptions,
): Promise<unknown> {
  const id = crypto.randomUUID();
  // When the request to cancel cannot be delivered the call's own stream ends too, and says why.
  const cancel = () => void transport.cancel(id).catch(() => {});
  return new Promise((resolve, reject) => {
    const receive = (frame: Frame) => {
      if ('progress' in frame) onProgress?.(frame.progress);
      else if ('partial' in frame) onPartial?.(checked(name, 'partial', frame.partial) as never);
      else if ('failure' in frame) reject(new Failure(frame.failure.code, frame.failure.detail));
      else resolve(checked(name, 'output', frame.value));
    };
    const readAll = async () => {
      for await (const frame of transport.call(name, { id, input })) receive(frame);
      throw new Failure('door-lost');
    };
    signal?.addEventListener('abort', cancel);
    readAll()
      .catch(reject)
      .finally(() => signal?.removeEventListener('abort', cancel));
  });
}

function checked(name: CallName, part: 'output' | 'partial', value: unknown): unknown {
  const answer = (contract[name][part] ?? z.never()).safeParse(value);
  if (answer.success) return answer.data;
  const issue = answer.error.issues[0]!;
  throw new Failure('output-invalid', { call: name, where: issue.path.join('.') || 'the whole', problem: issue.message });
}
