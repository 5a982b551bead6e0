import { isUtf8 } from 'node:buffer';

/** Bytes of UTF-8 as text; those that are none stay visible: the é of Latin-1 becomes \xE9. */
export function visibleText(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const character = bytes.subarray(at, at + lengthOf(bytes[at]!));
    const isSound = isUtf8(character);
    text += isSound ? character.toString() : `\\x${bytes[at]!.toString(16).toUpperCase().padStart(2, '0')}`;
    at += isSound ? character.length : 1;
  }
  return text;
}

/** How long a character is that begins with this byte. */
function lengthOf(byte: number): number {
  if (byte < 0xc0) return 1;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}
