import { Failure } from '../../../../shared/failure.ts';
import { addDays } from '../../../../shared/model/isoDate.ts';
import { knownAfterDays, type Outcome } from '../../../../shared/model/outcome.ts';
import type { PreparedSource } from '../PreparedSource.ts';
import type { PreparedSources } from '../prepareSources.ts';
import { absentRows } from './absentRows.ts';
import { becomesRows } from './becomesRows.ts';
import { changeRows } from './changeRows.ts';
import { closesRows } from './closesRows.ts';
import { eventRows } from './eventRows.ts';
import { flagRows } from './flagRows.ts';
import { intervalEndsRows } from './intervalEndsRows.ts';
import { numberRows } from './numberRows.ts';
import type { OutcomeRows, OutcomeWindow } from './OutcomeWindow.ts';
import { renewalRows } from './renewalRows.ts';
import { sourceFor } from './sourceFor.ts';

/** What happened in (as-of + lead, as-of + lead + horizon], as SQL. @throws Failure `definition-incomplete`, `definition-invalid`, `column-unknown` */
export function outcomeRows(outcome: Outcome, sources: PreparedSources, asOf: string): OutcomeRows {
  const prepared = sourceFor(outcome, outcome.happens.source, sources);
  const after = addDays(asOf, outcome.leadDays);
  const window: OutcomeWindow = { asOf, after, through: addDays(after, outcome.horizonDays) };
  const rows = happeningRows(outcome, prepared, window, sources);
  if (outcome.happens.kind === 'flag') return { ...rows, closed: flagIsTimely(prepared, outcome, window) };
  const observedThrough = outcome.observedThrough ?? prepared.exportedOn;
  return { ...rows, closed: addDays(asOf, knownAfterDays(outcome)) <= observedThrough };
}

function happeningRows(
  outcome: Outcome,
  prepared: PreparedSource,
  window: OutcomeWindow,
  sources: PreparedSources,
): Omit<OutcomeRows, 'closed'> {
  const { happens } = outcome;
  switch (happens.kind) {
    case 'event':
    case 'no-event':
      return eventRows(outcome, happens, prepared, window, sources);
    case 'becomes':
      return becomesRows(outcome, happens, prepared, window);
    case 'interval-ends':
      return intervalEndsRows(outcome, happens, prepared, window);
    case 'renewal':
      return renewalRows(outcome, happens, prepared, window);
    case 'absent':
      return absentRows(happens, prepared, window);
    case 'closes':
      return closesRows(happens, prepared, window);
    case 'change':
      return changeRows(outcome, happens, prepared, window);
    case 'flag':
      return flagRows(happens, prepared);
    case 'number':
      return numberRows(happens, prepared, window);
  }
}

/** A flag tells the state on the day it was taken: known for an as-of date when that day lies at or after it and within the horizon. */
function flagIsTimely(prepared: PreparedSource, outcome: Outcome, { asOf, through }: OutcomeWindow): boolean {
  const { shape } = prepared.reading;
  if (shape.kind !== 'snapshot')
    throw new Failure('definition-invalid', {
      where: `the outcome "${outcome.name}"`,
      problem: `"${prepared.source.id}" is not a snapshot; use an event or "becomes" instead of a flag`,
    });
  const taken = shape.takenOn ?? outcome.observedThrough;
  return taken === undefined || (asOf <= taken && taken <= through);
}
