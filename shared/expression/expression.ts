/** Operators that compare two values; `!=` is written `<>` here. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A place where a value stands. `position` is 1-based, in the text. */
export type Operand =
  | { kind: 'name'; name: string; position: number }
  | { kind: 'number'; value: number; position: number }
  | { kind: 'text'; value: string; position: number }
  | { kind: 'boolean'; value: boolean; position: number };

export type Condition =
  | { kind: 'all' | 'any'; conditions: Condition[] }
  | { kind: 'not'; condition: Condition }
  | { kind: 'compare'; comparison: Comparison; left: Operand; right: Operand }
  | { kind: 'in'; operand: Operand; values: Operand[]; negated: boolean }
  | { kind: 'missing'; operand: Operand; negated: boolean }
  | { kind: 'holds'; operand: Operand };

/** A parsed condition on a row. Every condition is true or false: a comparison with a missing value is false. */
export interface Filter {
  text: string;
  condition: Condition;
}

export type Term =
  | { kind: 'name'; name: string; position: number }
  | { kind: 'number'; value: number }
  | { kind: 'negative'; term: Term }
  | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/'; left: Term; right: Term };

/** A parsed calculation. Missing when an operand is missing, when divided by 0, and when the result is not finite. */
export interface Formula {
  text: string;
  term: Term;
}

/** What a name stands for in a row: dates are ISO text; null is missing. */
export type NamedValue = number | string | boolean | null;
