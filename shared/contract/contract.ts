import type { z } from 'zod';
import { calibrationCalls } from './calibrationCalls.ts';
import type { CancelSignal, Progress } from './call.ts';
import { comparisonCalls } from './comparisonCalls.ts';
import { evidenceCalls } from './evidenceCalls.ts';
import { observationCalls } from './observationCalls.ts';
import { scoringCalls } from './scoringCalls.ts';
import { sourceCalls } from './sourceCalls.ts';
import { studyCalls } from './studyCalls.ts';
import { whatIfCalls } from './whatIfCalls.ts';

/** The whole boundary between the window (or the command line) and the engine: every call there is. */
export const contract = {
  ...studyCalls,
  ...sourceCalls,
  ...observationCalls,
  ...scoringCalls,
  ...whatIfCalls,
  ...comparisonCalls,
  ...evidenceCalls,
  ...calibrationCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller may write (defaults may be left out). */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What a handler receives. */
export type HandlerInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;
/** What a call tells before its answer is whole; `never` of most calls. */
export type CallPartial<Name extends CallName> = z.output<NonNullable<Contract[Name]['partial']>>;

export interface InvokeOptions<Name extends CallName = CallName> {
  signal?: CancelSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  onPartial?: ((partial: CallPartial<Name>) => void) | undefined;
}

/** The one way to call the engine, whatever carries it. Rejects with a `Failure`. */
export type Invoke = <Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options?: InvokeOptions<Name>,
) => Promise<CallOutput<Name>>;
