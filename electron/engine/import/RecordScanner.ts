/** How the fields of a delimited text are told apart; as read by DuckDB's strict mode. */
export interface Dialect {
  delimiter: string;
  /** Empty: no quoting. A quote inside a quoted field is doubled. */
  quote: string;
  /** Lines before the first record that belong to none. */
  skipLines: number;
}

/** Called at the end of every record: its first line (from 1) and the byte after it. `blank`: a line without a character. */
export type OnRecord = (line: number, end: number, blank: boolean) => void;

const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/**
 * Counts the records of delimited text given in chunks of UTF-8, knowing quotes and line ends, and nothing else of CSV.
 * It is the count against which what was loaded and rejected is verified.
 */
export class RecordScanner {
  records = 0;
  blankLines = 0;
  /** Line feeds, carriage returns and pairs that ended records. */
  readonly ends = { lineFeed: 0, carriageReturn: 0, pair: 0 };
  /** Line of the first NUL byte. */
  nulLine: number | null = null;
  /** Whether a record went over several lines. */
  multiline = false;
  /** The longest record: its bytes with the line end, and its first line. */
  longest = { bytes: 0, line: 1 };
  /** Line where the quoted field that is still open began. */
  openQuoteLine: number | null = null;

  readonly #delimiter: number;
  readonly #quote: number;
  readonly #skipLines: number;
  readonly #onRecord: OnRecord | undefined;
  #offset = 0;
  #recordStart = 0;
  #line = 1;
  #recordLine = 1;
  #atFieldStart = true;
  #quoted = false;
  #quoteJustClosed = false;
  #empty = true;
  #afterReturn = false;

  constructor({ delimiter, quote, skipLines }: Dialect, onRecord?: OnRecord) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
    this.#skipLines = skipLines;
    this.#onRecord = onRecord;
  }

  push(chunk: Buffer): void {
    const body = this.#afterSkippedLines(chunk);
    if (this.#afterReturn || chunk.includes(carriageReturn)) this.#pushBytes(chunk, body);
    else this.#pushLines(chunk, body);
    this.#offset += chunk.length;
  }

  #afterSkippedLines(chunk: Buffer): number {
    let at = this.#offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    while (this.#line <= this.#skipLines) {
      const end = chunk.indexOf(lineFeed, at);
      if (end < 0) return chunk.length;
      at = end + 1;
      this.#line++;
      this.#recordLine = this.#line;
    }
    return at;
  }

  /** Ends the text; a last record without a line end counts. */
  end(): void {
    if (this.#afterReturn) this.#endReturn();
    if (!this.#empty || this.#quoted) {
      if (this.#quoted) return;
      this.#finish(this.#offset);
    }
  }

  /** The same as `#pushBytes` where there is no carriage return, going from quote to quote and from line end to line end. */
  #pushLines(chunk: Buffer, from: number): void {
    const nul = this.nulLine === null ? chunk.indexOf(0, from) : -1;
    if (nul >= 0) this.nulLine = this.#line + countOf(chunk.subarray(from, nul), lineFeed);
    const find = (byte: number, start: number) => {
      const found = byte < 0 ? -1 : chunk.indexOf(byte, start);
      return found < 0 ? chunk.length : found;
    };
    let start = from;
    let end = find(lineFeed, from);
    let quote = find(this.#quote, from);
    while (start < chunk.length) {
      if (this.#quoted) {
        for (; end < quote; end = find(lineFeed, end + 1)) {
          this.#line++;
          this.multiline = true;
        }
        start = quote + 1;
        if (quote === chunk.length) break;
        this.#quoted = false;
        this.#quoteJustClosed = true;
        quote = find(this.#quote, start);
      } else if (quote < end) {
        this.#passText(chunk, start, quote);
        start = quote + 1;
        this.#passQuote();
        quote = find(this.#quote, start);
      } else {
        this.#passText(chunk, start, end);
        if (end === chunk.length) break;
        start = end + 1;
        this.ends.lineFeed++;
        this.#line++;
        this.#finish(this.#offset + start);
        end = find(lineFeed, start);
      }
    }
  }

  /** Text without quotes and line ends; only what stands at its end matters. Spaces before an opening quote do not keep it from opening. */
  #passText(chunk: Buffer, from: number, to: number): void {
    if (from >= to) return;
    this.#empty = false;
    this.#quoteJustClosed = false;
    let last = to - 1;
    while (last >= from && chunk[last] === space) last--;
    if (last >= from) this.#atFieldStart = chunk[last] === this.#delimiter;
  }

  #passQuote(): void {
    if (this.#atFieldStart || this.#quoteJustClosed) {
      this.#quoted = true;
      if (this.#atFieldStart) this.openQuoteLine = this.#line;
    }
    this.#quoteJustClosed = false;
    this.#atFieldStart = false;
    this.#empty = false;
  }

  #pushBytes(chunk: Buffer, from: number): void {
    for (let index = from; index < chunk.length; index++) {
      const byte = chunk[index]!;
      if (byte === 0) this.nulLine ??= this.#line;
      if (this.#afterReturn) {
        if (byte === lineFeed) {
          this.#afterReturn = false;
          this.ends.pair++;
          this.#line++;
          this.#finish(this.#offset + index + 1);
          continue;
        }
        this.#endReturn(this.#offset + index);
      }
      if (this.#quoted) {
        if (byte === this.#quote) {
          this.#quoted = false;
          this.#quoteJustClosed = true;
        } else if (byte === lineFeed) {
          this.#line++;
          this.multiline = true;
        }
        continue;
      }
      if (byte === lineFeed) {
        this.ends.lineFeed++;
        this.#line++;
        this.#finish(this.#offset + index + 1);
      } else if (byte === carriageReturn) {
        this.#afterReturn = true;
      } else if (byte === this.#quote) {
        this.#passQuote();
      } else {
        this.#quoteJustClosed = false;
        this.#atFieldStart = byte === this.#delimiter || (this.#atFieldStart && byte === space);
        this.#empty = false;
      }
    }
  }

  #endReturn(end = this.#offset): void {
    this.#afterReturn = false;
    this.ends.carriageReturn++;
    this.#line++;
    this.#finish(end);
  }

  #finish(end: number): void {
    if (this.#empty) this.blankLines++;
    else this.records++;
    const bytes = end - this.#recordStart;
    if (bytes > this.longest.bytes) this.longest = { bytes, line: this.#recordLine };
    this.#recordStart = end;
    this.#onRecord?.(this.#recordLine, end, this.#empty);
    this.#recordLine = this.#line;
    this.#atFieldStart = true;
    this.#quoteJustClosed = false;
    this.#empty = true;
    this.openQuoteLine = null;
  }

  /** Whether the text so far ends inside a quoted field. */
  get insideQuotes(): boolean {
    return this.#quoted;
  }
}

function countOf(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}
