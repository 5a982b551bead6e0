import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Failure } from '../../../shared/failure.ts';
import { fileFailure } from './fileFailure.ts';

/** The first `bytes` of a file, of its content when it is gzip-compressed. `whole` says that there is no more. */
export async function readHead(path: string, bytes: number, compressed: boolean): Promise<{ head: Buffer; whole: boolean }> {
  const file = createReadStream(path);
  const content = compressed ? file.pipe(createGunzip()) : file;
  if (compressed) file.on('error', (error) => content.destroy(error));
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of content as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size > bytes) break;
    }
  } catch (error) {
    if (compressed && String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw new Failure('archive-damaged', { file: path });
    throw fileFailure(error, path);
  } finally {
    file.destroy();
  }
  return { head: Buffer.concat(parts).subarray(0, bytes), whole: size <= bytes };
}
