import { Failure } from '../failure.ts';

export interface Token {
  kind: 'name' | 'number' | 'text' | 'symbol' | 'word' | 'end';
  /** The name, the text without quotes, the symbol, or the keyword in lower case. */
  value: string;
  /** 1-based. */
  position: number;
}

const keywords = new Set(['and', 'or', 'not', 'in', 'between', 'is', 'missing', 'true', 'false']);
const part = String.raw`(?:[\p{L}_][\p{L}\p{N}_]*|"(?:[^"]|"")+")`;
const forms = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<name>${part}(?:\.${part})*)`,
    `(?<text>'(?:[^']|'')*')`,
    String.raw`(?<symbol><>|!=|<=|>=|[=<>(),+\-*/])`,
  ].join('|'),
  'uy',
);

/** Longest expression that is read, in characters; it keeps what is built from one within every engine's limits. */
const longest = 4000;
const deepest = 100;

/** The tokens of an expression, taken one after the other. */
export class Tokens {
  readonly text: string;
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;

  /** @throws Failure `expression-invalid` at the first character that begins nothing */
  constructor(text: string) {
    this.text = text;
    if (text.length > longest) throw this.problem(`it is longer than ${longest} characters`, longest + 1);
    this.#tokens = [...this.#read()];
  }

  get peek(): Token {
    return this.#tokens[this.#next]!;
  }

  take(): Token {
    const token = this.peek;
    if (token.kind !== 'end') this.#next += 1;
    return token;
  }

  /** Takes the next token if it is this symbol or keyword. */
  accept(value: string): boolean {
    const { kind, value: found } = this.peek;
    const taken = (kind === 'symbol' || kind === 'word') && found === value;
    if (taken) this.#next += 1;
    return taken;
  }

  /** Takes the symbol or keyword that must come next. */
  expect(value: string): void {
    if (!this.accept(value)) throw this.problem(`"${value}" is expected here, not ${this.described()}`);
  }

  /** Reads something nested, refusing what is nested too deeply. */
  nested<Value>(read: () => Value): Value {
    this.#depth += 1;
    if (this.#depth > deepest) throw this.problem(`more than ${deepest} levels are nested`);
    const value = read();
    this.#depth -= 1;
    return value;
  }

  /** The next token in words. */
  described(): string {
    const { kind, value } = this.peek;
    return kind === 'end' ? 'the end' : `"${value}"`;
  }

  problem(problem: string, position = this.peek.position): Failure {
    return new Failure('expression-invalid', { position, text: this.text, problem });
  }

  *#read(): Iterable<Token> {
    for (let at = 0; at < this.text.length; ) {
      forms.lastIndex = at;
      const found = forms.exec(this.text)?.groups;
      const position = at + 1;
      if (!found) throw this.problem(this.#unreadable(at), position);
      const [kind, value] = Object.entries(found).find((entry) => entry[1] !== undefined)!;
      at += value.length;
      if (kind === 'space') continue;
      if (kind === 'number' && /[\p{L}_%]/u.test(this.text.charAt(at)))
        throw this.problem(`a number cannot go on with "${this.text.charAt(at)}"`, at + 1);
      if (kind === 'name') yield nameOrWord(value, position);
      else if (kind === 'text') yield { kind, value: value.slice(1, -1).replaceAll("''", "'"), position };
      else yield { kind: kind as 'number' | 'symbol', value: value === '!=' ? '<>' : value, position };
    }
    yield { kind: 'end', value: '', position: this.text.length + 1 };
  }

  #unreadable(at: number): string {
    const character = this.text.charAt(at);
    if (character === "'" || character === '"') return `the quote ${character} is not closed`;
    return `"${character}" means nothing here`;
  }
}

function nameOrWord(written: string, position: number): Token {
  const lower = written.toLowerCase();
  if (keywords.has(lower)) return { kind: 'word', value: lower, position };
  const value = written.replace(/"((?:[^"]|"")+)"/g, (_, inner: string) => inner.replaceAll('""', '"'));
  return { kind: 'name', value, position };
}
