import type { ViewName } from '../state/viewStore.ts';

export interface StepOfTheJob {
  name: string;
  /** The screen, or null while it is still to come. */
  view: ViewName | null;
  says: string;
}

/** The job, in seven steps. */
export const sevenSteps: readonly StepOfTheJob[] = [
  { name: 'Sources', view: 'sources', says: 'Bring exports in and say what each column is.' },
  { name: 'Model', view: 'model', says: 'Metrics, their points curves, the weighted tree, bands, segments.' },
  { name: 'Book', view: 'book', says: 'Every account scored: distribution, bands, worklist, why.' },
  { name: 'What-if', view: 'what-if', says: 'Move weights and watch the whole book shift.' },
  { name: 'Evidence', view: 'evidence', says: 'Does the score go with churn, renewal, expansion?' },
  { name: 'Watch', view: null, says: 'Re-score the past, check drift, follow cohorts.' },
  { name: 'Hand over', view: null, says: 'The model as JSON, SQL and documentation.' },
];
