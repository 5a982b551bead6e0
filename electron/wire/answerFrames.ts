import type { CancelSignal } from '../../shared/contract/call.ts';
import type { CallName, Invoke } from '../../shared/contract/contract.ts';
import type { Frame } from '../../shared/contract/frame.ts';
import { Failure } from '../../shared/failure.ts';

/** Runs a call and hands out the frames of its answer, the last one being its value or its failure. Never rejects. */
export async function answerFrames(
  invoke: Invoke,
  name: string,
  input: unknown,
  signal: CancelSignal,
  send: (frame: Frame) => void,
): Promise<void> {
  try {
    // The engine checks the name and the input: both may come from anywhere.
    const value: unknown = await invoke(name as CallName, input as never, {
      signal,
      onProgress: (progress) => send({ progress }),
      onPartial: (partial) => send({ partial }),
    });
    send({ value });
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('unexpected', { message: String(error) });
    send({ failure: failure.toData() });
  }
}
