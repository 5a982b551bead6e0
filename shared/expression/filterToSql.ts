import { Failure } from '../failure.ts';
import { isIsoDate } from '../model/isoDate.ts';
import {
  all,
  any,
  binary,
  boolean,
  call,
  date,
  isIn,
  isMissing,
  isPresent,
  not,
  number,
  type Sql,
  type SqlType,
  text,
} from '../sql/sql.ts';
import type { ColumnOf } from './ColumnOf.ts';
import type { Comparison, Condition, Filter, Operand } from './expression.ts';

type Typed = { sql: Sql; type: SqlType };
const inWords: Record<SqlType, string> = { number: 'a number', text: 'a text', boolean: 'true or false', date: 'a date' };

/**
 * The filter as an SQL condition with exactly the meaning of `evaluateFilter`: true or false, never null.
 * @throws Failure `expression-invalid` when values of different types are compared, and whatever `columnOf` throws
 */
export function filterToSql(filter: Filter, columnOf: ColumnOf): Sql {
  const problem = (position: number, problem: string) => new Failure('expression-invalid', { position, text: filter.text, problem });

  const typed = (operand: Operand): Typed => {
    switch (operand.kind) {
      case 'name': {
        const found = columnOf(operand.name, operand.position);
        return found.type === 'date' ? { ...found, sql: call('day', found.sql) } : found;
      }
      case 'number':
        return { sql: number(operand.value), type: 'number' };
      case 'text':
        return { sql: text(operand.value), type: 'text' };
      case 'boolean':
        return { sql: boolean(operand.value), type: 'boolean' };
    }
  };

  /** Text that is compared with a date is a date. */
  const asDate = (operand: Operand, value: Typed, other: Typed): Typed => {
    if (other.type !== 'date' || operand.kind !== 'text') return value;
    if (!isIsoDate(operand.value)) throw problem(operand.position, `a date is written 'YYYY-MM-DD', not '${operand.value}'`);
    return { sql: date(operand.value), type: 'date' };
  };

  const pair = (left: Operand, right: Operand): [Typed, Typed] => {
    const [one, other] = [typed(left), typed(right)];
    const [first, second] = [asDate(left, one, other), asDate(right, other, one)];
    if (first.type !== second.type) throw problem(right.position, `${inWords[first.type]} cannot be compared with ${inWords[second.type]}`);
    return [first, second];
  };

  const compare = (comparison: Comparison, left: Operand, right: Operand): Sql => {
    const [one, other] = pair(left, right);
    const ordering = comparison !== '=' && comparison !== '<>';
    if (ordering && one.type === 'boolean') throw problem(right.position, 'true and false have no order');
    const first = ordering && one.type === 'text' ? call('bytewise', one.sql) : one.sql;
    return trueOnly(binary(comparison, first, other.sql));
  };

  const convert = (condition: Condition): Sql => {
    switch (condition.kind) {
      case 'all':
        return all(condition.conditions.map(convert));
      case 'any':
        return any(condition.conditions.map(convert));
      case 'not':
        return not(convert(condition.condition));
      case 'compare':
        return compare(condition.comparison, condition.left, condition.right);
      case 'in': {
        const pairs = condition.values.map((value) => pair(condition.operand, value));
        const values = pairs.map(([, value]) => value.sql);
        return trueOnly(isIn(pairs[0]![0].sql, values, condition.negated));
      }
      case 'missing': {
        const { sql } = typed(condition.operand);
        return condition.negated ? isPresent(sql) : isMissing(sql);
      }
      case 'holds': {
        const { sql, type } = typed(condition.operand);
        if (type !== 'boolean')
          throw problem(condition.operand.position, `${inWords[type]} is not true or false; compare it with something`);
        return trueOnly(sql);
      }
    }
  };
  return convert(filter.condition);
}

/** Unknown counts as false. */
const trueOnly = (condition: Sql) => call('coalesce', condition, boolean(false));
