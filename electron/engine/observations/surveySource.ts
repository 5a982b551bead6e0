import type { ColumnType, Source } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Database, RunOptions } from '../database/Database.ts';

export interface SurveyedColumn {
  name: string;
  type: ColumnType;
  /** Exact for columns named like keys, else close. */
  distinct: number;
  missing: number;
}

/** A source with what its columns hold, as a proposal looks at it. */
export interface Surveyed {
  source: Source;
  columns: SurveyedColumn[];
  rows: number;
}

/** Names of columns that tell rows apart. */
export const anyKey = /(^|[_ ])(id|key|code|number|no)$|id$/i;

/** Names of columns that hold an account's key. */
export const keyWords =
  /(^|_|\b)(account|customer|company|client|organi[sz]ation|org|tenant|supplier|vendor|user)s?[_ ]?(id|key|no|nr|number|code)$/i;

/** Names of dates at which something begins. */
export const startWords = /sign.?up|start|created|since|joined|first|onboard|begin|from/i;

/** Names that tell of a customer's end, which is known only when it is too late to use it. */
export const tellsOfTheEnd = /churn|cancel|attrition|terminat|(^|[_ ])lost([_ ]|$)/i;

/** A key with a few repeats is still meant to be one; the report says which rows repeat it. */
export const looksUnique = (one: Surveyed, column: Surveyed['columns'][number]) =>
  one.rows > 0 && column.missing === 0 && column.distinct >= 0.99 * one.rows;

/** The same but for capitals, spaces and punctuation. */
export const sameName = (one: string, other: string) =>
  one.toLowerCase().replace(/[^a-z0-9]/g, '') === other.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Counts distinct and missing values of every kept column, in one pass. */
export async function surveySource(source: Source, database: Database, options: RunOptions): Promise<Surveyed> {
  const columns = source.plan.columns.filter((column) => column.keep);
  const counts = columns.flatMap(({ name }, index) => [
    `cast(${anyKey.test(name) ? `count(distinct ${quoteIdentifier(name)})` : `approx_count_distinct(${quoteIdentifier(name)})`} as integer) as distinct_${index}`,
    `cast(count(*) - count(${quoteIdentifier(name)}) as integer) as missing_${index}`,
  ]);
  const [row] = await database.rows<Record<string, number>>(
    { text: `select ${['cast(count(*) as integer) as total', ...counts].join(', ')} from ${quoteIdentifier(`source_${source.id}`)}` },
    options,
  );
  return {
    source,
    rows: row!.total!,
    columns: columns.map(({ name, type }, index) => ({
      name,
      type,
      distinct: row![`distinct_${index}`]!,
      missing: row![`missing_${index}`]!,
    })),
  };
}
