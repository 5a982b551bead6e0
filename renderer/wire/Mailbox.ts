/** Bytes taken, bytes posted. */
const countBytes = 8;
/** Of a text in the ring: its length in bytes, and how many texts the ring had no room for before it. */
const headerBytes = 8;
const ringBytes = 2 ** 20;

/** What is sent to the reader for each text: the text where it did not fit into the ring, else null. */
export type Notice = string | null;

/**
 * Texts from one thread to another by memory both share, in their order. Each is also announced by a message; but a thread that is kept
 * from its messages, as a page is by frames that follow one upon another while the mouse drags, can look into the ring without one.
 */
export class Mailbox {
  /** To be handed to the other thread, which makes a mailbox of it too. */
  readonly memory: SharedArrayBuffer;
  /** Both count on beyond the ring's length, and wrap. */
  readonly #counts: Uint32Array;
  readonly #ring: Uint8Array;
  /** Texts the ring had no room for that this end posted or took. */
  #beside = 0;

  constructor(memory = new SharedArrayBuffer(countBytes + ringBytes)) {
    this.memory = memory;
    this.#counts = new Uint32Array(memory, 0, 2);
    this.#ring = new Uint8Array(memory, countBytes);
  }

  /** @returns what the reader is to be sent */
  post(text: string): Notice {
    const [taken, posted] = [Atomics.load(this.#counts, 0), Atomics.load(this.#counts, 1)];
    const free = ringBytes - ((posted - taken) >>> 0) - headerBytes;
    // Encoded it is not shorter.
    const bytes = text.length > free ? null : new TextEncoder().encode(text);
    if (bytes === null || bytes.length > free) {
      this.#beside++;
      return text;
    }
    const header = new DataView(new ArrayBuffer(headerBytes));
    header.setUint32(0, bytes.length);
    header.setUint32(4, this.#beside);
    this.#write(posted, new Uint8Array(header.buffer));
    this.#write(posted + headerBytes, bytes);
    Atomics.store(this.#counts, 1, posted + headerBytes + bytes.length);
    return null;
  }

  /** @returns the texts that lie in the ring and were not taken yet, and the text the notice brings, in the order they were posted */
  take(notice: Notice = null): string[] {
    const texts = this.#takeAll();
    if (notice === null) return texts;
    this.#beside++;
    return [...texts, notice, ...this.#takeAll()];
  }

  #takeAll(): string[] {
    const texts: string[] = [];
    let taken = Atomics.load(this.#counts, 0);
    const posted = Atomics.load(this.#counts, 1);
    while (taken !== posted) {
      const header = new DataView(this.#read(taken, headerBytes).buffer);
      const length = header.getUint32(0);
      // One beside the ring that was posted before it has not come yet.
      if (header.getUint32(4) !== this.#beside) break;
      texts.push(new TextDecoder().decode(this.#read(taken + headerBytes, length)));
      taken = (taken + headerBytes + length) >>> 0;
      Atomics.store(this.#counts, 0, taken);
    }
    return texts;
  }

  #write(count: number, bytes: Uint8Array): void {
    const start = count % ringBytes;
    const atEnd = Math.min(bytes.length, ringBytes - start);
    this.#ring.set(bytes.subarray(0, atEnd), start);
    this.#ring.set(bytes.subarray(atEnd), 0);
  }

  #read(count: number, length: number): Uint8Array {
    const start = count % ringBytes;
    const bytes = new Uint8Array(length);
    const atEnd = Math.min(length, ringBytes - start);
    bytes.set(this.#ring.subarray(start, start + atEnd));
    bytes.set(this.#ring.subarray(0, length - atEnd), atEnd);
    return bytes;
  }
}
