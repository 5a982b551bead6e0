import type { Formula, Term } from './expression.ts';

/** The value of a formula; null when an operand is missing, when divided by 0, or when the result is not finite. */
export function evaluateFormula(formula: Formula, lookUp: (name: string) => number | null): number | null {
  const value = (term: Term): number | null => {
    switch (term.kind) {
      case 'number':
        return term.value;
      case 'name':
        return lookUp(term.name);
      case 'negative': {
        const operand = value(term.term);
        return operand === null ? null : -operand;
      }
      case 'arithmetic': {
        const [left, right] = [value(term.left), value(term.right)];
        return left === null || right === null ? null : calculate(term.operator, left, right);
      }
    }
  };
  const result = value(formula.term);
  return result !== null && Number.isFinite(result) ? result : null;
}

function calculate(operator: '+' | '-' | '*' | '/', left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? null : left / right;
  }
}
