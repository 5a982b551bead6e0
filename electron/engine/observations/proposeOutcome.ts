import type { AccountRole } from '../../../shared/model/definition.ts';
import { type Outcome, outcome } from '../../../shared/model/outcome.ts';
import type { Reading } from '../../../shared/model/reading.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { type Surveyed, type SurveyedColumn, tellsOfTheEnd } from './surveySource.ts';

export interface OutcomeProposal {
  outcome: Outcome;
  /** A flag of the account row that says the same, to be held against the dated rows. */
  flag?: NonNullable<AccountRole['flag']>;
  because: string;
}

const id = 'churned';
const horizonDays = 90;
const says = /^(yes|y|true|t|1|churned|cancell?ed|lost|left|terminated|inactive|closed)$/i;

/**
 * The outcome "churned", from a source of dated ends, else a date of the account row, else a flag of the account row; null when the sources
 * hold none of them.
 */
export async function proposeOutcome(
  surveyed: readonly Surveyed[],
  readings: readonly Reading[],
  account: AccountRole,
  database: Database,
  options: RunOptions,
): Promise<OutcomeProposal | null> {
  const accounts = surveyed.find(({ source }) => source.id === account.source);
  const tellTale = accounts?.columns.filter((column) => tellsOfTheEnd.test(column.name)) ?? [];
  const where = await flagIn(account.source, tellTale, database, options);
  const flag = where === null ? {} : { flag: { where, outcome: id } };
  const happens = (kind: object) =>
    outcome.parse({ id, name: 'Churned', polarity: 'bad', horizonDays, happens: { source: account.source, ...kind } });
  const dated = readings.find(
    ({ source, shape, link }) => link && shape.kind === 'events' && tellsOfTheEnd.test(`${source} ${shape.date}`),
  );
  if (dated)
    return {
      outcome: happens({ kind: 'event', source: dated.source }),
      ...flag,
      because: `Outcome: churned, when ${dated.source} has a row within ${horizonDays} days after the as-of date.`,
    };
  const date = tellTale.find(({ type }) => type === 'date' || type === 'timestamp');
  if (date)
    return {
      outcome: happens({ kind: 'event', dateColumn: date.name }),
      ...flag,
      because: `Outcome: churned, when "${date.name}" lies within ${horizonDays} days after the as-of date.`,
    };
  if (where === null) return null;
  return {
    outcome: happens({ kind: 'flag', where }),
    because: `Outcome: churned, when ${where}. The flag has no date: it only tells of as-of dates up to ${horizonDays} days before the export.`,
  };
}

/** The filter text that holds for accounts a two-valued column says are gone. */
async function flagIn(source: string, columns: readonly SurveyedColumn[], database: Database, options: RunOptions): Promise<string | null> {
  for (const { name, type, distinct } of columns) {
    const column = quoteIdentifier(name);
    if (type === 'boolean') return `${column} = true`;
    if (distinct !== 2 || (type !== 'text' && type !== 'number')) continue;
    const values = await database.rows<{ value: string }>(
      {
        text: `select distinct cast(${column} as varchar) as value from ${quoteIdentifier(`source_${source}`)} where ${column} is not null`,
      },
      options,
    );
    const yes = values.map(({ value }) => value).filter((value) => says.test(type === 'number' ? String(Number(value)) : value.trim()));
    if (values.length === 2 && yes.length === 1) return `${column} = ${type === 'number' ? Number(yes[0]) : quoteText(yes[0]!)}`;
  }
  return null;
}
