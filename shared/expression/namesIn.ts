import type { Condition, Filter, Formula, Operand, Term } from './expression.ts';

/** Every name an expression reads, each once, in the order written. */
export function namesIn(expression: Filter | Formula): Set<string> {
  return new Set('term' in expression ? ofTerm(expression.term) : ofCondition(expression.condition));
}

function ofTerm(term: Term): string[] {
  switch (term.kind) {
    case 'name':
      return [term.name];
    case 'number':
      return [];
    case 'negative':
      return ofTerm(term.term);
    case 'arithmetic':
      return [...ofTerm(term.left), ...ofTerm(term.right)];
  }
}

function ofCondition(condition: Condition): string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap(ofCondition);
    case 'not':
      return ofCondition(condition.condition);
    case 'compare':
      return ofOperands(condition.left, condition.right);
    case 'in':
      return ofOperands(condition.operand, ...condition.values);
    case 'missing':
    case 'holds':
      return ofOperands(condition.operand);
  }
}

function ofOperands(...operands: Operand[]): string[] {
  return operands.flatMap((operand) => (operand.kind === 'name' ? [operand.name] : []));
}
