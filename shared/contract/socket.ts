import { z } from 'zod';
import { frame } from './frame.ts';

/** What a page sends over the browser door's socket: a call, or that one is to be cancelled. */
export const toDoor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), id: z.string().min(1).max(100), name: z.string(), input: z.unknown().optional() }),
  z.strictObject({ kind: z.literal('cancel'), id: z.string().max(100) }),
]);
export type ToDoor = z.infer<typeof toDoor>;

/** What comes back: a frame of the answer to the call of that id. */
export const fromDoor = z.strictObject({ id: z.string(), frame });
export type FromDoor = z.infer<typeof fromDoor>;

/** A message of that form; null for any other text. */
export function readMessage<Message>(form: z.ZodType<Message>, text: string): Message | null {
  try {
    return form.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
