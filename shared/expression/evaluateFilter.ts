import { Failure } from '../failure.ts';
import { compareText } from './compareText.ts';
import type { Comparison, Condition, Filter, NamedValue, Operand } from './expression.ts';

/**
 * Whether the filter holds for a row. A comparison with a missing value is false, so `not (seats = 3)` holds when seats is missing.
 * @throws Failure `expression-invalid` when a value is compared with one of another type
 */
export function evaluateFilter(filter: Filter, lookUp: (name: string) => NamedValue): boolean {
  const read = (operand: Operand) => (operand.kind === 'name' ? lookUp(operand.name) : operand.value);
  const problem = ({ position }: Operand, problem: string) => new Failure('expression-invalid', { position, text: filter.text, problem });

  const compare = (comparison: Comparison, left: Operand, right: Operand): boolean => {
    const [one, other] = [read(left), read(right)];
    if (one === null || other === null) return false;
    if (typeof one !== typeof other) throw problem(right, `a ${typeof one} cannot be compared with a ${typeof other}`);
    const order = typeof one === 'string' ? compareText(one, other as string) : Number(one) - Number(other);
    return holds(comparison, order);
  };

  const test = (condition: Condition): boolean => {
    switch (condition.kind) {
      case 'all':
        return condition.conditions.every(test);
      case 'any':
        return condition.conditions.some(test);
      case 'not':
        return !test(condition.condition);
      case 'compare':
        return compare(condition.comparison, condition.left, condition.right);
      case 'in': {
        const found = condition.values.some((value) => compare('=', condition.operand, value));
        if (!condition.negated) return found;
        return !found && [condition.operand, ...condition.values].every((operand) => read(operand) !== null);
      }
      case 'missing':
        return (read(condition.operand) === null) !== condition.negated;
      case 'holds': {
        const value = read(condition.operand);
        if (value !== null && typeof value !== 'boolean') throw problem(condition.operand, `a ${typeof value} is not true or false`);
        return value === true;
      }
    }
  };
  return test(filter.condition);
}

function holds(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
