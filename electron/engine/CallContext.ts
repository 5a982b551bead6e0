import type { CancelSignal, Progress } from '../../shared/contract/call.ts';
import type { CallName, CallOutput, HandlerInput } from '../../shared/contract/contract.ts';
import type { Session } from './Session.ts';

/** What a handler works with besides its input. */
export interface CallContext {
  session: Session;
  signal: CancelSignal;
  onProgress: (progress: Progress) => void;
  /** Tells what is ready of the answer, as the call's `partial`. */
  onPartial: (partial: unknown) => void;
}

export type Handler<Name extends CallName> = (input: HandlerInput<Name>, context: CallContext) => Promise<CallOutput<Name>>;

/** One handler for every call of the contract: a missing one does not compile. */
export type Handlers = { [Name in CallName]: Handler<Name> };
