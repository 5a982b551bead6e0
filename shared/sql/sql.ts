/** The types an expression can have, the same in every dialect. A number is always a 64-bit float. */
export type SqlType = 'number' | 'text' | 'boolean' | 'date';

export type SqlOperator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/**
 * The closed list of functions, each spelt by every dialect.
 * `indicator`: 1 for true, 0 for false. `bytewise`: text that orders by its bytes. `finite`: missing unless the number is finite.
 * `trim` removes spaces only. `least` and `greatest` pass over missing operands.
 */
export type SqlFunction =
  | 'coalesce'
  | 'nullif'
  | 'least'
  | 'greatest'
  | 'ln'
  | 'exp'
  | 'lower'
  | 'trim'
  | 'indicator'
  | 'bytewise'
  | 'finite'
  | 'day';

/** An SQL expression of no particular dialect. Only a printer turns it into text. */
export type Sql =
  | { kind: 'column'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: string }
  | { kind: 'missing'; type: SqlType }
  | { kind: 'binary'; operator: SqlOperator; left: Sql; right: Sql }
  | { kind: 'all' | 'any'; operands: readonly Sql[] }
  | { kind: 'not'; operand: Sql }
  | { kind: 'negative'; operand: Sql }
  | { kind: 'is-missing'; operand: Sql; negated: boolean }
  | { kind: 'in'; operand: Sql; values: readonly Sql[]; negated: boolean }
  | { kind: 'case'; branches: readonly SqlBranch[]; otherwise: Sql | null }
  | { kind: 'call'; name: SqlFunction; operands: readonly Sql[] };

/** A value, and the condition under which it is the one. */
export type SqlBranch = readonly [when: Sql, value: Sql];

export const column = (name: string): Sql => ({ kind: 'column', name });
export const number = (value: number): Sql => ({ kind: 'number', value });
export const text = (value: string): Sql => ({ kind: 'text', value });
export const boolean = (value: boolean): Sql => ({ kind: 'boolean', value });
export const date = (value: string): Sql => ({ kind: 'date', value });
export const missing = (type: SqlType): Sql => ({ kind: 'missing', type });
export const not = (operand: Sql): Sql => ({ kind: 'not', operand });
export const negative = (operand: Sql): Sql => ({ kind: 'negative', operand });
export const isMissing = (operand: Sql): Sql => ({ kind: 'is-missing', operand, negated: false });
export const isPresent = (operand: Sql): Sql => ({ kind: 'is-missing', operand, negated: true });
export const call = (name: SqlFunction, ...operands: Sql[]): Sql => ({ kind: 'call', name, operands });

export function binary(operator: SqlOperator, left: Sql, right: Sql): Sql {
  return { kind: 'binary', operator, left, right };
}

/** True when every operand is; of none, true. */
export function all(operands: readonly Sql[]): Sql {
  if (operands.length === 0) return boolean(true);
  return operands.length === 1 ? operands[0]! : { kind: 'all', operands };
}

/** True when an operand is; of none, false. */
export function any(operands: readonly Sql[]): Sql {
  if (operands.length === 0) return boolean(false);
  return operands.length === 1 ? operands[0]! : { kind: 'any', operands };
}

export function isIn(operand: Sql, values: readonly Sql[], negated = false): Sql {
  return { kind: 'in', operand, values, negated };
}

/** The first branch whose condition holds; without `otherwise`, missing. */
export function choose(branches: readonly SqlBranch[], otherwise: Sql | null = null): Sql {
  if (branches.length === 0 && otherwise) return otherwise;
  return { kind: 'case', branches, otherwise };
}
