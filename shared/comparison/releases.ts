import { evaluateFilter } from '../expression/evaluateFilter.ts';
import type { Filter, NamedValue } from '../expression/expression.ts';
import { namesIn } from '../expression/namesIn.ts';
import { parseFilter } from '../expression/parseFilter.ts';
import type { Cap, Model } from '../model/model.ts';
import { bandOf } from '../scoring/bandOf.ts';
import type { MetricMoves, Move } from './MetricMoves.ts';

/**
 * The ways to get rid of every cap that keeps an account below a band, each metric moved to the nearest value that does: one way without a
 * move where none keeps it; no way where a cap holds that none of the moves, one at a time, ends.
 * @param model with the overrides of the account's segment
 */
export function releases(
  model: Model,
  lookUp: (name: string) => NamedValue,
  moves: readonly MetricMoves[],
  target: number,
): Map<string, Move>[] {
  const rules = model.caps.filter((cap) => keepsBelow(model, cap, target)).flatMap(({ where }) => alternatives(parseFilter(where)));
  let ways = [new Map<string, Move>()];
  for (const [index, rule] of rules.entries()) {
    const upTo = rules.slice(0, index + 1);
    ways = ways.flatMap((moved) => {
      const holds = (some: readonly Filter[], metric?: string, value?: number | string) =>
        some.some((one) => evaluateFilter(one, (name) => (name === metric ? value! : (moved.get(name)?.value ?? lookUp(name)))));
      if (!holds([rule])) return [moved];
      const named = namesIn(rule);
      return moves
        .filter(({ metric }) => named.has(metric))
        .flatMap((one) => {
          const move = one.nearest((value) => !holds(upTo, one.metric, value));
          return move ? [new Map([...moved, [one.metric, move]])] : [];
        });
    });
  }
  return ways;
}

function keepsBelow({ bands, cuts }: Model, { score, band }: Cap, target: number): boolean {
  const bandIndex = band === undefined ? target : bands.findIndex(({ id }) => id === band);
  return bandIndex < target || (score !== undefined && bandOf(cuts, score) < target);
}

/** The conditions of which one is enough. */
function alternatives({ text, condition }: Filter): Filter[] {
  return condition.kind === 'any' ? condition.conditions.flatMap((one) => alternatives({ text, condition: one })) : [{ text, condition }];
}
