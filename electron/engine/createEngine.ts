import { z } from 'zod';
import type { Call } from '../../shared/contract/call.ts';
import { type CallName, contract, type Invoke } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/failure.ts';
import { issueIn } from '../../shared/model/issueIn.ts';
import type { Handler } from './CallContext.ts';
import { handlers } from './calls/handlers.ts';
import { Session, type SessionOptions } from './Session.ts';

export interface Engine {
  invoke: Invoke;
  /** Interrupts what runs and closes the study. */
  close(): Promise<void>;
}

/** The engine: the contract's calls over one session. Plain Node; knows neither Electron nor the wire. */
export function createEngine(options: SessionOptions): Engine {
  const session = new Session(options);
  const never = new AbortController().signal;

  const invoke = async (name: string, input: unknown, options: { signal?: unknown; onProgress?: unknown; onPartial?: unknown } = {}) => {
    if (!Object.hasOwn(contract, name)) throw new Failure('call-unknown', { call: name });
    const row = contract[name as CallName] as Call;
    const handler = handlers[name as CallName] as Handler<CallName>;
    const accepted = row.input.safeParse(input);
    if (!accepted.success) throw new Failure('input-invalid', { call: name, ...issueIn(accepted.error, input) });
    try {
      const output = await handler(accepted.data as never, {
        session,
        signal: (options.signal as AbortSignal | undefined) ?? never,
        onProgress: (options.onProgress as (() => void) | undefined) ?? (() => {}),
        onPartial: (partial) =>
          (options.onPartial as ((told: unknown) => void) | undefined)?.(checked(name, row.partial ?? z.never(), partial)),
      });
      return checked(name, row.output, output);
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure('unexpected', { message: error instanceof Error ? error.message : String(error) });
    }
  };
  return { invoke: invoke as Invoke, close: () => session.close() };
}

/** An answer, or a part of one, as the contract has it. @throws Failure `output-invalid` */
function checked(call: string, schema: z.ZodType, answer: unknown): unknown {
  const accepted = schema.safeParse(answer);
  if (!accepted.success) throw new Failure('output-invalid', { call, ...issueIn(accepted.error, answer) });
  return accepted.data;
}
