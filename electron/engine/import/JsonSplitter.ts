interface Part {
  text: string;
  /** Line the text begins at, from 1. */
  line: number;
}

const lineFeed = 10;
const quote = 34;
const backslash = 92;
const comma = 44;
const opening = new Set([0x7b, 0x5b]);
const closing = new Set([0x7d, 0x5d]);
const blank = new Set([9, 10, 13, 32]);
const listStart = 0x5b;
const listEnd = 0x5d;

/** Cuts UTF-8 JSON, given in chunks, into the texts of its top-level values: the elements of one list, or values one after the other, or lines. */
export class JsonSplitter {
  readonly #byLine: boolean;
  #line = 1;
  #startLine = 1;
  #parts: Buffer[] = [];
  #depth = 0;
  #inText = false;
  #escaped = false;
  #open = false;
  #listLine: number | null = null;
  #seenAny = false;

  constructor(format: 'json' | 'ndjson') {
    this.#byLine = format === 'ndjson';
  }

  /** Line where something began that has not ended; null when all has ended. */
  get openLine(): number | null {
    return this.#open ? this.#startLine : this.#listLine;
  }

  *push(chunk: Buffer): Generator<Part> {
    let from = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!;
      if (byte === lineFeed) this.#line++;
      if (this.#open && this.#endsAt(byte)) {
        const withByte = !this.#byLine && closing.has(byte) && this.#depth === 0 && !this.#bare;
        this.#parts.push(chunk.subarray(from, withByte ? index + 1 : index));
        yield this.#take();
        if (withByte || this.#byLine) continue;
      }
      if (this.#open) continue;
      if (blank.has(byte) || byte === 0xef || byte === 0xbb || byte === 0xbf) continue;
      if (!this.#byLine && this.#structural(byte)) continue;
      this.#begin(byte);
      from = index;
    }
    if (this.#open) this.#parts.push(Buffer.from(chunk.subarray(from)));
  }

  /** Ends the text: a last line, or a last bare value. */
  *end(): Generator<Part> {
    if (this.#open && (this.#byLine || this.#bare)) yield this.#take();
  }

  #bare = false;

  #structural(byte: number): boolean {
    if (byte === comma) return true;
    if (byte === listStart && !this.#seenAny) {
      this.#listLine = this.#line;
      this.#seenAny = true;
      return true;
    }
    if (byte === listEnd && this.#listLine !== null) {
      this.#listLine = null;
      return true;
    }
    return false;
  }

  #begin(byte: number): void {
    this.#seenAny = true;
    this.#open = true;
    this.#startLine = this.#line;
    this.#bare = !opening.has(byte);
    this.#depth = this.#bare ? 0 : 1;
    this.#inText = byte === quote;
    this.#escaped = false;
  }

  /** Follows one byte of an open value; true when the value ends with it (bare values and lines: before it). */
  #endsAt(byte: number): boolean {
    if (this.#byLine) return byte === lineFeed;
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === backslash) this.#escaped = true;
      else if (byte === quote) this.#inText = false;
      return false;
    }
    if (byte === quote) this.#inText = true;
    else if (this.#bare) return byte === comma || byte === listEnd || byte === lineFeed;
    else if (opening.has(byte)) this.#depth++;
    else if (closing.has(byte)) return --this.#depth === 0;
    return false;
  }

  #take(): Part {
    const text = Buffer.concat(this.#parts).toString('utf8').trim();
    this.#parts = [];
    this.#open = false;
    return { text, line: this.#startLine };
  }
}
