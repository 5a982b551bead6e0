import { namesIn } from '../../../shared/expression/namesIn.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Database } from '../database/Database.ts';
import { asOfDatesOf } from './asOfDatesOf.ts';
import { readsSource } from './metricRows.ts';
import { isZeroWithoutRows, seenIn } from './metricValueSql.ts';
import type { Absence, ObservationOptions } from './ObservationTable.ts';
import { attributeNamed, fixedColumns } from './observationNames.ts';
import { type ObservationParts, observationQuery } from './observationQuery.ts';
import { type PreparedSources, prepareSources } from './prepareSources.ts';

/** The observations of one definition over its sources, date by date. */
export interface Observations {
  parts: ObservationParts;
  /** All as-of dates of the study, ascending; the table holds those that were observed. */
  asOfDates: string[];
  /** View over the observations that count. */
  view: string;
  /** The table below it, with `exclusion`. */
  table: string;
}

/**
 * Prepares the observations of a definition without observing any date yet. `name` (letters and digits) tells their tables from those of other definitions.
 * @throws Failure `definition-incomplete`, `definition-invalid`, `source-unknown`, `column-unknown`, `metric-unknown`, `expression-invalid`, `cancelled`
 */
export async function prepareObservations(
  database: Database,
  sources: readonly Source[],
  definition: Definition,
  name: string,
  options: ObservationOptions = {},
): Promise<Observations> {
  const shared = await prepareParts(database, sources, definition, options);
  const asOfDates = asOfDatesOf(definition, shared.accounts);
  const latest = asOfDates.at(-1);
  if (latest === undefined)
    throw new Failure('definition-incomplete', {
      problem: 'the as-of dates are empty: no month-end or quarter-end lies between the first and the last day.',
    });
  await countFirstSeen(database, shared.sources, definition, options);
  const parts = { ...shared, latest };
  const [view, table] = [`observations_${name}`, `observed_${name}`];
  await database.run({ text: `create or replace table ${table} as select * from (${observationQuery(parts, latest)}) limit 0` }, options);
  await database.run({ text: `create or replace view ${view} as select * exclude (exclusion) from ${table} where exclusion is null` });
  return { parts, asOfDates, view, table };
}

/** Adds one as-of date to the observations, whole or not at all; tells who was absent. @throws Failure `cancelled` and the failures of a definition */
export async function observeDate(
  database: Database,
  { parts, table }: Observations,
  asOf: string,
  options: ObservationOptions = {},
): Promise<Absence> {
  await database.run({ text: `insert into ${table} ${observationQuery(parts, asOf)}` }, options);
  return countAbsences(database, parts, table, asOf);
}

/** Frees what the observations hold. */
export async function dropObservations(database: Database, { view, table }: Observations): Promise<void> {
  await database.run({ text: `drop view if exists ${view}` });
  await database.run({ text: `drop table if exists ${table}` });
}

/** The pieces the query of every date shares. */
async function prepareParts(
  database: Database,
  sources: readonly Source[],
  definition: Definition,
  options: ObservationOptions,
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
  table: string,
  asOf: string,
): Promise<Absence> {
  const rows = await database.rows<{ exclusion: string | null; accounts: number }>({
    text: `select exclusion, cast(count(*) as integer) as accounts from ${table} where as_of = cast($1 as date) group by 1`,
    values: [asOf],
  });
  const observed = rows.reduce((sum, row) => sum + row.accounts, 0);
  const excluded = rows.flatMap((row) => (row.exclusion === null ? [] : [[row.exclusion, row.accounts] as const]));
  return { asOf, outsideLifetime: accounts.accountRows!.accounts - observed, excluded: Object.fromEntries(excluded) };
}
