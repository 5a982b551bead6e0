import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import { fileFailure } from './fileFailure.ts';
import { type Dialect, type OnRecord, RecordScanner } from './RecordScanner.ts';

export interface TextSurvey {
  sha256: string;
  scanner: RecordScanner;
}

const chunkBytes = 1 << 20;

/** Reads a UTF-8 text once: its hash and its records. `onRecord` is slower and told of every record. */
export async function surveyText(path: string, dialect: Dialect, signal: CancelSignal, onRecord?: OnRecord): Promise<TextSurvey> {
  const hash = createHash('sha256');
  const scanner = new RecordScanner(dialect, onRecord);
  try {
    // One buffer for the whole file: a stream's fresh ones cost as much as counting and hashing together.
    const buffer = Buffer.allocUnsafeSlow(chunkBytes);
    await using file = await open(path);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes);
      if (signal.aborted) throw new Failure('cancelled');
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      scanner.push(chunk);
    }
  } catch (error) {
    throw fileFailure(error, path);
  }
  scanner.end();
  return { sha256: hash.digest('hex'), scanner };
}
