import type { AsOfSummary } from '../../../shared/contract/observationCalls.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import type { ObservationTable } from './ObservationTable.ts';

/** Observations, exclusions and known outcomes of every as-of date. */
export async function summariseObservations(database: Database, table: ObservationTable, options: RunOptions): Promise<AsOfSummary[]> {
  const { outcomes, population } = table.definition;
  const counts = outcomes.flatMap(({ id }, index) => {
    const status = quoteIdentifier(`outcome.${id}.status`);
    const value = quoteIdentifier(`outcome.${id}`);
    return [
      `cast(count(*) filter (where ${status} = 'known') as integer) as known_${index}`,
      `cast(count(*) filter (where ${status} = 'unknown') as integer) as unknown_${index}`,
      `cast(count(*) filter (where ${status} = 'not-at-risk') as integer) as safe_${index}`,
      `cast(count(*) filter (where ${value} = 1) as integer) as yes_${index}`,
    ];
  });
  const rows = await database.rows<Record<string, number | string>>(
    {
      text: `select ${["strftime(as_of, '%Y-%m-%d') as as_of", 'cast(count(*) as integer) as observations', ...counts].join(', ')} from ${table.table} group by as_of`,
    },
    options,
  );
  const byDate = new Map(rows.map((row) => [row.as_of, row]));
  return table.absences.map(({ asOf, outsideLifetime, excluded }) => {
    const row = byDate.get(asOf);
    const numberOf = (name: string) => Number(row?.[name] ?? 0);
    return {
      asOf,
      observations: numberOf('observations'),
      outsideLifetime,
      excluded: population.map(({ id, name }) => ({ id, name, accounts: excluded[id] ?? 0 })),
      outcomes: outcomes.map(({ id }, index) => ({
        id,
        known: numberOf(`known_${index}`),
        yes: numberOf(`yes_${index}`),
        unknown: numberOf(`unknown_${index}`),
        notAtRisk: numberOf(`safe_${index}`),
      })),
    };
  });
}
