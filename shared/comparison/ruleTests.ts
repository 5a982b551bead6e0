import type { Condition, Filter } from '../expression/expression.ts';
import { parseFilter } from '../expression/parseFilter.ts';
import type { Model } from '../model/model.ts';

/** The single tests that the conditions of a model's caps and segments are made of: whether a condition holds follows from theirs. */
export function ruleTests({ caps, segments }: Pick<Model, 'caps' | 'segments'>): Filter[] {
  return [...caps, ...segments].flatMap(({ where }) => {
    const { text, condition } = parseFilter(where);
    return testsOf(condition).map((test) => ({ text, condition: test }));
  });
}

function testsOf(condition: Condition): Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.conditions.flatMap(testsOf);
  return condition.kind === 'not' ? testsOf(condition.condition) : [condition];
}
