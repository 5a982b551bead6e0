import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import { fileFailure } from './fileFailure.ts';

/** SHA-256 of a file's bytes, in hexadecimal. */
export async function hashFile(path: string, signal: CancelSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      if (signal.aborted) throw new Failure('cancelled');
      hash.update(chunk);
    }
  } catch (error) {
    throw fileFailure(error, path);
  }
  return hash.digest('hex');
}
