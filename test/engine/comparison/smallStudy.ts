import { onTestFinished } from 'vitest';
import type { ObservationTable } from '../../../electron/engine/observations/ObservationTable.ts';
import { definition } from '../../../shared/model/definition.ts';
import { type Model, model } from '../../../shared/model/model.ts';
import { openTestDatabase } from '../../sql/openTestDatabase.ts';

const band = (id: string, name: string, letter: string) => ({ id, name, letter, colour: '#009e73', shape: 'circle' as const });
const ramp = { kind: 'ramp' as const, from: { value: 0, points: 0 }, to: { value: 100, points: 100 } };

/** Two metrics, each its own points; red, yellow from 60, green from 80; accounts of size 100 and more are a segment. */
export const twoMetrics: Model = model.parse({
  id: 'health',
  name: 'Health',
  dimensions: ['usage', 'support'].map((metric) => ({ kind: 'metric', id: `${metric}_leaf`, metric, weight: 1, curve: ramp })),
  bands: [band('red', 'Red', 'C'), band('yellow', 'Yellow', 'B'), band('green', 'Green', 'A')],
  cuts: [60, 80],
  segments: [{ id: 'large', name: 'Large', where: 'size >= 100' }],
});

/** A row of the observations; `churned` undefined: not known yet. */
export interface Row {
  account: string;
  asOf?: string;
  usage?: number | null;
  support?: number | null;
  size?: number;
  revenue?: number | null;
  churned?: 0 | 1;
  tool?: number | null;
  rating?: string | null;
}

/** A database with these observations as a study would have made them. */
export async function smallObservations(rows: readonly Row[]) {
  const database = await openTestDatabase();
  onTestFinished(() => database.close());
  await database.run({
    text: `create table observations (account_id varchar, as_of date, account_name varchar, owner varchar, revenue double, renewal_date date,
      treated boolean, usage double, support double, "account.size" double, "outcome.churned" double, "outcome.churned.status" varchar,
      "given.tool" double, "given.rating" varchar)`,
  });
  for (const { account, asOf = latest, usage = null, support = null, size = 1, revenue = 1, churned, tool = null, rating = null } of rows)
    await database.run({
      text: `insert into observations values ($1, cast($2 as date), $3, null, cast($4 as double), null, false, cast($5 as double),
        cast($6 as double), cast($7 as double), cast($8 as double), $9, cast($10 as double), $11)`,
      values: [
        ...[account, asOf, `Name of ${account}`],
        ...[revenue, usage, support, size, churned ?? null].map((value) => (value === null ? null : String(value))),
        churned === undefined ? 'unknown' : 'known',
        tool === null ? null : String(tool),
        rating,
      ],
    });
  const observations: ObservationTable = {
    fingerprint: 'small',
    definition: definition.parse({
      account: { source: 'accounts', key: 'id', attributes: ['size'] },
      metrics: ['usage', 'support'].map((id) => ({
        id,
        name: id.toUpperCase(),
        value: { kind: 'column', source: 'accounts', column: id },
      })),
      outcomes: [{ id: 'churned', name: 'Churned', happens: { kind: 'event', source: 'churn' }, horizonDays: 90 }],
      givenScores: [
        { id: 'tool', name: 'The tool', source: 'tool', column: 'score', date: 'on' },
        { id: 'rating', name: 'The rating', source: 'tool', column: 'rating', kind: 'band' },
      ],
    }),
    asOfDates: rows.length === 0 ? [latest] : [...new Set(rows.map(({ asOf = latest }) => asOf))].sort(),
    table: 'observations',
    base: 'observations',
    edition: 1,
    attributes: [{ column: 'size', type: 'number' }],
    absences: [],
  };
  return { database, observations };
}

export const latest = '2026-03-31';
