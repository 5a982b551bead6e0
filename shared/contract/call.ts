import { z } from 'zod';

/** One row of the contract: what a call says, takes and gives. */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, Partial extends z.ZodType = z.ZodType> {
  /** One sentence, shown by `plumbline --help`. */
  says: string;
  input: Input;
  output: Output;
  /** What of the answer is told as soon as it is ready; never final, the output says it all again. Absent: nothing is. */
  partial?: Partial | undefined;
  /** Whether the call reports progress and may take longer than a second. */
  progress: boolean;
  /** An input that shows the form; kept valid by a test. */
  example: z.input<Input>;
}

/** Helper that keeps the schemas' types. */
export function call<Input extends z.ZodType, Output extends z.ZodType, Partial extends z.ZodType = z.ZodNever>(
  row: Call<Input, Output, Partial>,
): Call<Input, Output, Partial> {
  return row;
}

/** How far a call has come. `share` is 0..1, or null when the end is not known. */
export const progress = z.strictObject({ share: z.number().min(0).max(1).nullable(), step: z.string() });
export type Progress = z.infer<typeof progress>;

/** The part of an AbortSignal that a call needs; this folder knows no DOM and no Node. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
