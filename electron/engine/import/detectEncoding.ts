import { isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../../shared/model/source.ts';
import { isUtf16 } from './detectFormat.ts';

export interface DetectedEncoding {
  encoding: TextEncoding;
  notices: string[];
}

/** Bytes that Windows-1252 does not define. */
const undefinedInWindows = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** The encoding of text whose first bytes are `head`. `whole`: there is no more. */
export function detectEncoding(head: Buffer, whole: boolean): DetectedEncoding {
  const utf16 = isUtf16(head);
  if (utf16) return { encoding: utf16 === 'le' ? 'utf-16le' : 'utf-16be', notices: [] };
  const text = whole ? head : head.subarray(0, lastCharacterEnd(head));
  if (isUtf8(text)) return { encoding: 'utf-8', notices: [] };
  const decoded = new TextDecoder('utf-8').decode(text);
  const broken = decoded.split('\ufffd').length - 1;
  const sound = [...decoded].filter((character) => character > '\u007f' && character !== '\ufffd').length;
  if (sound >= broken) {
    const line = decoded.slice(0, decoded.indexOf('\ufffd')).split('\n').length;
    return {
      encoding: 'utf-8',
      notices: [
        `The encodings are mixed: most of the file is UTF-8, but line ${line} is not. Rows that are not UTF-8 will be rejected and listed.`,
      ],
    };
  }
  const encoding = text.some((byte) => undefinedInWindows.has(byte)) ? 'latin-1' : 'windows-1252';
  return { encoding, notices: [`The text is not UTF-8; it is read as ${encoding === 'latin-1' ? 'Latin-1' : 'Windows-1252'}.`] };
}

/** Where the last UTF-8 character that is surely complete ends. */
function lastCharacterEnd(bytes: Buffer): number {
  let end = bytes.length;
  for (let back = 1; back <= 4 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    end = bytes.length - back;
    if (byte >= 0xc0) break;
  }
  return end;
}
