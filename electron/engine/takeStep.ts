import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../shared/failure.ts';
import type { CallContext } from './CallContext.ts';

/** Says how far a call has come (null: nobody knows) and gives way: to be called between computations that hold the thread. @throws Failure `cancelled` */
export async function takeStep(
  { signal, onProgress }: Pick<CallContext, 'signal' | 'onProgress'>,
  share: number | null,
  step: string,
): Promise<void> {
  onProgress({ share, step });
  await giveWay(signal);
}

/** Lets other calls run and hears a cancel. @throws Failure `cancelled` */
export async function giveWay(signal: CallContext['signal']): Promise<void> {
  await nextTurn();
  if (signal.aborted) throw new Failure('cancelled');
}
