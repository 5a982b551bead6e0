import { namesIn } from '../../../shared/expression/namesIn.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Database } from '../database/Database.ts';
import type { ObservationOptions, ObservationTable } from '../study/Analysis.ts';
import { asOfDatesOf } from './asOfDatesOf.ts';
import { readsSource } from './metricRows.ts';
import { isZeroWithoutRows, seenIn } from './metricValueSql.ts';
import { attributeNamed, fixedColumns } from './observationNames.ts';
import { type ObservationParts, observationQuery } from './observationQuery.ts';
import { type PreparedSources, prepareSources } from './prepareSources.ts';

const counted = 'observations';
const all = 'observations_with_excluded';

/**
 * Builds the observations table of a study: the view `observations`, one row per account and as-of date that counts.
 * @throws Failure `definition-incomplete`, `definition-invalid`, `source-unknown`, `column-unknown`, `metric-unknown`, `cancelled`
 */
export async function buildObservations(
  database: Database,
  sources: readonly Source[],
  definition: Definition,
  options: ObservationOptions = {},
): Promise<Omit<ObservationTable, 'fingerprint' | 'definition'> & { prepared: PreparedSources }> {
  const parts = await prepareParts(database, sources, definition, options);
  const dates = asOfDatesOf(definition, parts.accounts);
  if (dates.length === 0)
    throw new Failure('definition-incomplete', {
      problem: 'the as-of dates are empty: no month-end or quarter-end lies between the first and the last day.',
    });
  await countFirstSeen(database, parts.sources, definition, options);

  await database.run({ text: `drop view if exists ${counted}` });
  await database.run({ text: `drop table if exists ${all}` });
  const absences: ObservationTable['absences'] = [];
  for (const [index, asOf] of dates.entries()) {
    options.onStep?.(index / dates.length, `Observing ${asOf}`);
    const query = observationQuery({ ...parts, latest: dates.at(-1)! }, asOf);
    await database.run({ text: index === 0 ? `create table ${all} as ${query}` : `insert into ${all} ${query}` }, options);
    absences.push(await countAbsences(database, parts, asOf, options));
  }
  await database.run({ text: `create view ${counted} as select * exclude (exclusion) from ${all} where exclusion is null` });
  return {
    asOfDates: dates,
    table: counted,
    attributes: parts.attributes.map((column) => ({ column, type: parts.accounts.columns.get(column)! })),
    absences,
    prepared: parts.sources,
  };
}

/** The pieces the query of every date shares. */
export async function prepareParts(
  database: Database,
  sources: readonly Source[],
  definition: Definition,
  options: ObservationOptions = {},
): Promise<Omit<ObservationParts, 'latest'>> {
  const role = definition.account;
  if (!role)
    throw new Failure('definition-incomplete', {
      problem: 'say on the Sources screen which source holds the accounts, and which column is their key.',
    });
  if (!sources.some((source) => source.id === role.source))
    throw new Failure('source-unknown', { source: role.source, known: sources.map((source) => source.id).join(', ') || 'none yet' });
  for (const metric of definition.metrics) {
    if ((fixedColumns as readonly string[]).includes(metric.id))
      throw new Failure('definition-invalid', {
        where: `the metric "${metric.name}"`,
        problem: `its id "${metric.id}" is a column every observation has; choose another`,
      });
  }
  const prepared = await prepareSources(database, sources, definition, options);
  const accounts = prepared.get(role.source)!;
  const filters = [...definition.population.map((rule) => rule.where), ...definition.outcomes.flatMap((outcome) => outcome.atRisk ?? [])];
  const named = filters.flatMap((text) => [...namesIn(parseFilter(text))]).flatMap((name) => attributeNamed(name, definition) ?? []);
  const attributes = [...new Set([...role.attributes, ...named])];
  for (const column of attributes) if (!accounts.columns.has(column)) throw new Failure('column-unknown', { source: role.source, column });
  return { definition: { ...definition, account: role }, accounts, sources: prepared, attributes };
}

/** For sources whose unseen accounts are missing, not zero: the day each account was first seen. */
async function countFirstSeen(
  database: Database,
  sources: PreparedSources,
  definition: Definition,
  options: ObservationOptions,
): Promise<void> {
  const zeroable = new Set(
    definition.metrics
      .filter(readsSource)
      .filter(isZeroWithoutRows)
      .map((metric) => metric.value.source),
  );
  for (const prepared of sources.values()) {
    if (prepared.reading.unseenAccounts !== 'missing' || !zeroable.has(prepared.source.id)) continue;
    await database.run(
      {
        text: `create or replace table ${seenIn(prepared.source.id)} as select "·account" as account, min("·date") as first from ${prepared.relation} where "·account" is not null group by 1`,
      },
      options,
    );
  }
}

async function countAbsences(
  database: Database,
  { accounts }: Pick<ObservationParts, 'accounts'>,
  asOf: string,
  options: ObservationOptions,
): Promise<ObservationTable['absences'][number]> {
  const excluded = await database.rows<{ exclusion: string | null; accounts: number }>(
    {
      text: `select exclusion, cast(count(*) as integer) as accounts from ${all} where as_of = cast($1 as date) group by 1`,
      values: [asOf],
    },
    options,
  );
  const [total] = await database.rows<{ accounts: number }>(
    { text: `select cast(count(distinct "·account") as integer) as accounts from ${accounts.relation}` },
    options,
  );
  const inLifetime = excluded.reduce((sum, row) => sum + row.accounts, 0);
  return {
    asOf,
    outsideLifetime: total!.accounts - inLifetime,
    excluded: Object.fromEntries(excluded.flatMap((row) => (row.exclusion === null ? [] : [[row.exclusion, row.accounts]]))),
  };
}
