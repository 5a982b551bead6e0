import type { Comparison, Condition, Filter, Operand } from './expression.ts';
import { Tokens } from './Tokens.ts';

const comparisons = new Set(['=', '<>', '<', '<=', '>', '>=']);

/**
 * Reads a filter: `tier = 'gold' and (seats between 5 and 20 or owner is missing)`. Compared are names (`seats`, `account.industry`,
 * `"Company size"`), numbers, texts in single quotes, dates as '2026-01-31', true and false.
 * @throws Failure `expression-invalid` with the 1-based position
 */
export function parseFilter(text: string): Filter {
  const tokens = new Tokens(text);
  const condition = anyOf(tokens);
  if (tokens.peek.kind !== 'end') throw tokens.problem(`"and", "or" or the end is expected here, not ${tokens.described()}`);
  return { text, condition };
}

function anyOf(tokens: Tokens): Condition {
  const conditions = [allOf(tokens)];
  while (tokens.accept('or')) conditions.push(allOf(tokens));
  return conditions.length === 1 ? conditions[0]! : { kind: 'any', conditions };
}

function allOf(tokens: Tokens): Condition {
  const conditions = [single(tokens)];
  while (tokens.accept('and')) conditions.push(single(tokens));
  return conditions.length === 1 ? conditions[0]! : { kind: 'all', conditions };
}

function single(tokens: Tokens): Condition {
  return tokens.nested(() => {
    if (tokens.accept('not')) return { kind: 'not', condition: single(tokens) };
    if (!tokens.accept('(')) return test(tokens);
    const inside = anyOf(tokens);
    tokens.expect(')');
    return inside;
  });
}

function test(tokens: Tokens): Condition {
  const operand = readOperand(tokens);
  const { kind, value } = tokens.peek;
  if (kind === 'symbol' && comparisons.has(value)) {
    tokens.take();
    return { kind: 'compare', comparison: value as Comparison, left: operand, right: readOperand(tokens) };
  }
  if (tokens.accept('is')) {
    const negated = tokens.accept('not');
    tokens.expect('missing');
    return { kind: 'missing', operand, negated };
  }
  if (tokens.accept('between')) {
    const low = readOperand(tokens);
    tokens.expect('and');
    const high = readOperand(tokens);
    const within = (comparison: Comparison, right: Operand): Condition => ({ kind: 'compare', comparison, left: operand, right });
    return { kind: 'all', conditions: [within('>=', low), within('<=', high)] };
  }
  const negated = tokens.accept('not');
  if (negated || tokens.peek.value === 'in') {
    tokens.expect('in');
    return { kind: 'in', operand, values: list(tokens), negated };
  }
  if (operand.kind === 'number' || operand.kind === 'text')
    throw tokens.problem(`a comparison (=, <>, <, <=, >, >=, in, between, is missing) is expected here, not ${tokens.described()}`);
  return { kind: 'holds', operand };
}

function list(tokens: Tokens): Operand[] {
  tokens.expect('(');
  const values = [readOperand(tokens)];
  while (tokens.accept(',')) values.push(readOperand(tokens));
  tokens.expect(')');
  return values;
}

function readOperand(tokens: Tokens): Operand {
  const { position } = tokens.peek;
  const negative = tokens.accept('-');
  const { kind, value } = tokens.peek;
  if (negative && kind !== 'number') throw tokens.problem(`a number is expected after "-", not ${tokens.described()}`);
  if (kind === 'word' && tokens.accept('true')) return { kind: 'boolean', value: true, position };
  if (kind === 'word' && tokens.accept('false')) return { kind: 'boolean', value: false, position };
  if (kind === 'number' || kind === 'name' || kind === 'text') tokens.take();
  if (kind === 'name') return { kind, name: value, position };
  if (kind === 'text') return { kind, value, position };
  if (kind === 'number') {
    const size = Number(value);
    if (!Number.isFinite(size)) throw tokens.problem(`${value} is too large`, position);
    return { kind, value: negative ? -size : size, position };
  }
  throw tokens.problem(`a name, a number, a 'text' or a date is expected here, not ${tokens.described()}`);
}
