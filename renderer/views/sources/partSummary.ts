import type { Definition } from '../../../shared/model/definition.ts';
import type { DefinitionPart } from './sourcesStore.ts';

/** How much of a part there is, in a word or a number; empty when there is nothing to say. */
export function partSummary(part: DefinitionPart, definition: Definition, numberText: (value: number) => string): string {
  const summaries: Record<DefinitionPart, () => string> = {
    report: () => '',
    account: () => (definition.account ? `key ${definition.account.key}` : 'not set'),
    metrics: () => numberText(definition.metrics.length),
    outcomes: () => numberText(definition.outcomes.length),
    population: () => (definition.population.length > 0 ? `${numberText(definition.population.length)} excluded` : 'everyone'),
    'as-of': () => ({ list: 'listed days', 'month-ends': 'month-ends', 'quarter-ends': 'quarter-ends' })[definition.asOf?.kind ?? 'list'],
    given: () => numberText(definition.givenScores.length),
    interventions: () => (definition.interventions ? 'set' : 'none'),
  };
  return part === 'as-of' && !definition.asOf ? 'latest' : summaries[part]();
}
