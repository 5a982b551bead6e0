import { binary, number, type Sql } from '../sql/sql.ts';

/** The sum of terms; of none, 0. */
export function sumOf(terms: readonly Sql[]): Sql {
  return terms.length === 0 ? number(0) : terms.reduce((sum, term) => binary('+', sum, term));
}

/** `factor * operand`, the plain operand when the factor is 1. */
export function times(factor: number, operand: Sql): Sql {
  return factor === 1 ? operand : binary('*', number(factor), operand);
}
