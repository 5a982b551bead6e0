import type { TextEncoding } from '../../../shared/model/source.ts';

/** Text from the first bytes of a file, without byte-order mark; a character cut at the end is left out unless the bytes are the whole file. */
export function decodeHead(head: Buffer, encoding: TextEncoding, whole: boolean): string {
  if (encoding === 'latin-1') return head.toString('latin1');
  return new TextDecoder(encoding).decode(head, { stream: !whole });
}
