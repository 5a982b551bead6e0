import { Failure } from '../../../shared/failure.ts';

/** DuckDB's errors are plain `Error`s: the message's prefix is the only class they have. */
export function failureFromDuckDb(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const firstLine = message.split('\n')[0]!;
  if (message.startsWith('INTERRUPT Error')) return new Failure('cancelled');
  if (/No space left on device|ENOSPC|max_temp_directory_size/.test(message))
    return new Failure('disk-full', { path: 'the working folder' });
  return new Failure('unexpected', { message: firstLine });
}
