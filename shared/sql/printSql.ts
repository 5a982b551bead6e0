import type { Dialect } from './Dialect.ts';
import { quoteIdentifier } from './quoteIdentifier.ts';
import { quoteText } from './quoteText.ts';
import type { Sql } from './sql.ts';

/** How tightly each form binds; an operand that binds less is put in parentheses. */
const binds = { any: 1, all: 2, not: 3, comparison: 4, sum: 5, product: 6, sign: 7, whole: 8 } as const;

/** The expression's text in a dialect, with no more parentheses than needed. @throws RangeError for a number that is not finite */
export function printSql(sql: Sql, dialect: Dialect): string {
  return print(sql, 0, dialect);
}

function print(sql: Sql, atLeast: number, dialect: Dialect): string {
  const { text, strength } = form(sql, dialect);
  return strength < atLeast ? `(${text})` : text;
}

function form(sql: Sql, dialect: Dialect): { text: string; strength: number } {
  const inner = (operand: Sql, atLeast = 0) => print(operand, atLeast, dialect);
  const list = (operands: readonly Sql[]) => operands.map((operand) => inner(operand)).join(', ');
  const whole = (text: string) => ({ text, strength: binds.whole });
  switch (sql.kind) {
    case 'column':
      return whole(quoteIdentifier(sql.name));
    case 'number':
      if (!Number.isFinite(sql.value)) throw new RangeError(`${sql.value} cannot be written in SQL`);
      return { text: dialect.number(sql.value), strength: sql.value < 0 || Object.is(sql.value, -0) ? binds.sign : binds.whole };
    case 'text':
      return whole(dialect.text(sql.value));
    case 'boolean':
      return whole(String(sql.value));
    case 'date':
      return whole(`date ${quoteText(sql.value)}`);
    case 'missing':
      return whole(`cast(null as ${dialect.types[sql.type]})`);
    case 'binary': {
      const strength = strengthOf(sql.operator);
      const left = strength === binds.comparison ? strength + 1 : strength;
      return { text: `${inner(sql.left, left)} ${sql.operator} ${inner(sql.right, strength + 1)}`, strength };
    }
    case 'all':
      return { text: sql.operands.map((operand) => inner(operand, binds.not)).join(' and '), strength: binds.all };
    case 'any':
      return { text: sql.operands.map((operand) => inner(operand, binds.all)).join(' or '), strength: binds.any };
    case 'not':
      return { text: `not ${inner(sql.operand, binds.not)}`, strength: binds.not };
    case 'negative':
      return { text: `-${inner(sql.operand, binds.whole)}`, strength: binds.sign };
    case 'is-missing':
      return { text: `${inner(sql.operand, binds.sum)} is ${sql.negated ? 'not ' : ''}null`, strength: binds.comparison };
    case 'in':
      return {
        text: `${inner(sql.operand, binds.sum)} ${sql.negated ? 'not ' : ''}in (${list(sql.values)})`,
        strength: binds.comparison,
      };
    case 'case': {
      const branches = sql.branches.map(([when, value]) => ` when ${inner(when)} then ${inner(value)}`).join('');
      return whole(`case${branches}${sql.otherwise ? ` else ${inner(sql.otherwise)}` : ''} end`);
    }
    case 'call':
      return whole(
        dialect.call(
          sql.name,
          sql.operands.map((operand) => inner(operand)),
        ),
      );
  }
}

function strengthOf(operator: string): number {
  if (operator === '+' || operator === '-') return binds.sum;
  return operator === '*' || operator === '/' ? binds.product : binds.comparison;
}
