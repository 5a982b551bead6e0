import type { Formula, Term } from './expression.ts';
import { Tokens } from './Tokens.ts';

/** Reads a formula: `(logins - 2 * errors) / seats`. @throws Failure `expression-invalid` with the 1-based position */
export function parseFormula(text: string): Formula {
  const tokens = new Tokens(text);
  const term = sum(tokens);
  if (tokens.peek.kind !== 'end') throw tokens.problem(`+, -, *, / or the end is expected here, not ${tokens.described()}`);
  return { text, term };
}

function sum(tokens: Tokens): Term {
  let left = product(tokens);
  for (;;) {
    if (tokens.accept('+')) left = { kind: 'arithmetic', operator: '+', left, right: product(tokens) };
    else if (tokens.accept('-')) left = { kind: 'arithmetic', operator: '-', left, right: product(tokens) };
    else return left;
  }
}

function product(tokens: Tokens): Term {
  let left = factor(tokens);
  for (;;) {
    if (tokens.accept('*')) left = { kind: 'arithmetic', operator: '*', left, right: factor(tokens) };
    else if (tokens.accept('/')) left = { kind: 'arithmetic', operator: '/', left, right: factor(tokens) };
    else return left;
  }
}

function factor(tokens: Tokens): Term {
  return tokens.nested(() => {
    if (tokens.accept('-')) return { kind: 'negative', term: factor(tokens) };
    if (tokens.accept('(')) {
      const inside = sum(tokens);
      tokens.expect(')');
      return inside;
    }
    const { kind, value, position } = tokens.peek;
    if (kind !== 'number' && kind !== 'name') throw tokens.problem(`a metric or a number is expected here, not ${tokens.described()}`);
    if (kind === 'number' && !Number.isFinite(Number(value))) throw tokens.problem(`${value} is too large`);
    tokens.take();
    return kind === 'name' ? { kind, name: value, position } : { kind, value: Number(value) };
  });
}
