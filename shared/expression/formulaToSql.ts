import { Failure } from '../failure.ts';
import { binary, call, negative, number, type Sql } from '../sql/sql.ts';
import type { ColumnOf } from './ColumnOf.ts';
import type { Formula, Term } from './expression.ts';

/**
 * The formula as an SQL number with exactly the meaning of `evaluateFormula`.
 * @throws Failure `expression-invalid` for a name that is no number, and whatever `columnOf` throws
 */
export function formulaToSql(formula: Formula, columnOf: ColumnOf): Sql {
  const convert = (term: Term): Sql => {
    switch (term.kind) {
      case 'number':
        return number(term.value);
      case 'name': {
        const { sql, type } = columnOf(term.name, term.position);
        if (type !== 'number')
          throw new Failure('expression-invalid', { position: term.position, text: formula.text, problem: `"${term.name}" is no number` });
        return sql;
      }
      case 'negative':
        return negative(convert(term.term));
      case 'arithmetic': {
        const [left, right] = [convert(term.left), convert(term.right)];
        return binary(term.operator, left, term.operator === '/' ? call('nullif', right, number(0)) : right);
      }
    }
  };
  return call('finite', convert(formula.term));
}
