import { Transform } from 'node:stream';
import type { TextEncoding } from '../../../shared/model/source.ts';

/** Bytes of a text encoding in, UTF-8 text without byte-order mark out. Ends without a line feed and wrong bytes are kept visible as U+FFFD. */
export function decodeText(encoding: TextEncoding): Transform {
  if (encoding === 'latin-1')
    return new Transform({
      transform(chunk: Buffer, _, done) {
        done(null, Buffer.from(chunk.toString('latin1'), 'utf8'));
      },
    });
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _, done) {
      done(null, Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8'));
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode(), 'utf8'));
    },
  });
}
