import type { CallInput, CallOutput } from '../../../../shared/contract/contract.ts';

/** One of the two ways of being wrong. */
export type WrongKind = CallInput<'list-wrong'>['kind'];

/** An observation that was wrong in that way. */
export type WrongLine = CallOutput<'list-wrong'>['lines'][number];
