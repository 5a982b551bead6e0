import type { DefinitionPart } from './sourcesStore.ts';

/** The parts of the definition in words. */
export const partNames: Record<DefinitionPart, string> = {
  report: 'Data report',
  account: 'Accounts',
  metrics: 'Metrics',
  outcomes: 'Outcomes',
  population: 'Population',
  'as-of': 'As-of dates',
  given: 'Given scores',
  interventions: 'Interventions',
};
