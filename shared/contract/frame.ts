import { z } from 'zod';
import { type FailureCode, failureSentences } from '../failure.ts';
import { progress } from './call.ts';

const codes = Object.keys(failureSentences) as [FailureCode, ...FailureCode[]];

/** A failure as it crosses a boundary. */
export const failureData = z.strictObject({
  code: z.enum(codes),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One line of the answer to a call: any number of `progress` and `partial`, then one `value` or one `failure`. */
export const frame = z.union([
  z.strictObject({ progress }),
  z.strictObject({ partial: z.unknown() }),
  z.strictObject({ value: z.unknown() }),
  z.strictObject({ failure: failureData }),
]);
export type Frame = z.infer<typeof frame>;

/** The engine stopped and was started again. */
export const engineRestart = z.strictObject({
  /** Path of the study that was open, null when none was. */
  study: z.string().nullable(),
  /** Why that study could not be opened again; null when it was. */
  failure: failureData.nullable(),
});
export type EngineRestart = z.infer<typeof engineRestart>;
