import type { Condition, Operand } from '../expression/expression.ts';
import { parseFilter } from '../expression/parseFilter.ts';
import type { Model } from '../model/model.ts';

/** By name: the numbers that conditions of a model's caps and segments compare it with; none for a name that is not compared with numbers. */
export function ruleBreaks({ caps, segments }: Pick<Model, 'caps' | 'segments'>): Map<string, number[]> {
  const breaks = new Map<string, number[]>();
  for (const operands of [...caps, ...segments].flatMap(({ where }) => comparisons(parseFilter(where).condition))) {
    const numbers = operands.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
    for (const one of operands) if (one.kind === 'name') breaks.set(one.name, [...(breaks.get(one.name) ?? []), ...numbers]);
  }
  return breaks;
}

/** The operands of each comparison of a condition. */
function comparisons(condition: Condition): Operand[][] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap(comparisons);
    case 'not':
      return comparisons(condition.condition);
    case 'compare':
      return [[condition.left, condition.right]];
    case 'in':
      return [[condition.operand, ...condition.values]];
    case 'missing':
    case 'holds':
      return [[condition.operand]];
  }
}
