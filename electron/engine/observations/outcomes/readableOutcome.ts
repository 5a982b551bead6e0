import { Failure } from '../../../../shared/failure.ts';
import type { Outcome } from '../../../../shared/model/outcome.ts';
import type { PreparedSources } from '../prepareSources.ts';
import type { OutcomeRows } from './OutcomeWindow.ts';
import { outcomeRows } from './outcomeRows.ts';

const unknown: OutcomeRows = {
  sql: 'select cast(null as varchar) as account, cast(null as double) as value, true as at_risk where false',
  absent: { value: null, atRisk: true },
  closed: false,
};

/**
 * The outcome's rows; one whose definition cannot be carried out yet is unknown for everyone. A score needs no outcome, so an unfinished one
 * must not keep the book from being scored; the data report says what it lacks.
 */
export function readableOutcome(outcome: Outcome, sources: PreparedSources, asOf: string): OutcomeRows {
  return outcomeProblem(outcome, sources, asOf) === null ? outcomeRows(outcome, sources, asOf) : unknown;
}

/** What an outcome's definition lacks, as a sentence; null when nothing. */
export function outcomeProblem(outcome: Outcome, sources: PreparedSources, asOf: string): string | null {
  try {
    outcomeRows(outcome, sources, asOf);
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
