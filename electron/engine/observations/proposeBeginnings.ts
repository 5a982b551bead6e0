import type { AccountRole, Definition } from '../../../shared/model/definition.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { Reading } from '../../../shared/model/reading.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { proposeMetrics } from './proposeMetrics.ts';
import { proposeOutcome } from './proposeOutcome.ts';
import { type Surveyed, tellsOfTheEnd } from './surveySource.ts';

export interface Beginnings {
  account: AccountRole;
  readings: Reading[];
  metrics: Metric[];
  outcomes: Outcome[];
  because: string[];
}

/**
 * What an analyst would begin with once roles and links stand: metrics of the sources that are new to the definition (of all when it has
 * none yet), an outcome when it has none, and a warning of columns that would leak.
 */
export async function proposeBeginnings(
  definition: Definition,
  account: AccountRole,
  proposed: Reading[],
  surveyed: readonly Surveyed[],
  database: Database,
  options: RunOptions,
): Promise<Beginnings> {
  const all = [...definition.readings, ...proposed];
  const taken = definition.metrics.map(({ id }) => id);
  const metrics = proposeMetrics(surveyed, definition.metrics.length === 0 ? all : proposed, account, taken);
  const found = definition.outcomes.length > 0 ? null : await proposeOutcome(surveyed, all, account, database, options);
  const accounts = surveyed.find(({ source }) => source.id === account.source);
  const leaks = accounts?.columns.map(({ name }) => name).filter((name) => tellsOfTheEnd.test(name)) ?? [];
  const inUse = leaks.filter((name) => definition.account?.attributes.includes(name));
  return {
    account: { ...account, ...(found?.flag ? { flag: found.flag } : {}) },
    readings: found?.outcome.happens.kind === 'flag' ? proposed.map(withDayTaken) : proposed,
    metrics,
    outcomes: found ? [found.outcome] : [],
    because: [
      ...(metrics.length > 0
        ? [`Metrics to begin with: ${metrics.map(({ name }) => name).join(', ')}. Their directions are guessed from names, or left open.`]
        : []),
      ...(found ? [found.because] : []),
      ...(leaks.length > 0 && (metrics.length > 0 || found || inUse.length > 0) ? [leakSentence()] : []),
    ],
  };

  /** A flag tells of the day it was taken, and of no other. */
  function withDayTaken(reading: Reading): Reading {
    if (reading.source !== account.source || reading.shape.kind !== 'snapshot') return reading;
    return { ...reading, shape: { kind: 'snapshot', takenOn: reading.exportedOn ?? accounts!.source.exportedOn } };
  }

  function leakSentence(): string {
    const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');
    const advice = inUse.length > 0 ? ` Take ${quoted(inUse)} out of the attributes, too.` : '';
    return `${quoted(leaks)} of ${accounts!.source.name} would leak into a score: known only when the customer is gone, and so no metric and no attribute.${advice}`;
  }
}
