import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Query } from '../database/query.ts';
import type { PlacedColumn } from './alignColumns.ts';
import { conversion, validOnly } from './conversion.ts';
import type { RawTable } from './RawTable.ts';
import { Spellings } from './Spellings.ts';
import { joinUnconverted, unconvertedColumn } from './unconvertedColumn.ts';
import { wideLoadQuery } from './wideLoadQuery.ts';

/** DuckDB plans an expression for each column quickly up to about as many; the time grows faster than their number. */
const columnsForEach = 250;

/**
 * Rows of the file as the study keeps them: every kept column in its type, and last the texts that became missing. One streaming pass.
 * Conditions are nested and not joined by AND: DuckDB then computes the inner ones only for the rows that come so far.
 */
export function loadQuery(table: RawTable, placed: readonly PlacedColumn[], nullSpellings: readonly string[]): Query {
  const kept = placed.filter(({ plan }) => plan.keep);
  const spelled = new Spellings(nullSpellings);
  if (kept.length > columnsForEach) return wideLoadQuery(table, kept, spelled);
  const read = kept.map(({ plan, position }, index) => {
    const { text, native } = table.columns[position]!;
    if (plan.type === 'text') return `${text} as r${index}`;
    const value = native?.type === plan.type ? native.value : conversion(text, plan);
    return `${text} as r${index}, ${value} as v${index}`;
  });
  const checked = kept.map(({ plan }, index) => {
    const [raw, value] = [`r${index}`, `v${index}`];
    if (plan.type === 'text') return `${spelled.textOnly(raw)} as v${index}`;
    return `${raw}, ${spelled.valuesOnly(validOnly(value, raw, plan.type), raw)} as v${index}`;
  });
  const named = kept.map(({ plan }, index) => `v${index} as ${quoteIdentifier(plan.name)}`);
  const typed = kept.flatMap(({ plan }, index) => (plan.type === 'text' ? [] : [index]));
  // Most rows lack nothing, and that is told without looking at the texts.
  const lacks = typed.map((index) => `v${index} is null`).join(' or ');
  const unconverted = typed.length === 0 ? 'null::varchar' : `case when ${lacks} then ${joinUnconverted(typed)} end`;
  return {
    text: `select ${[...named, `${unconverted} as ${quoteIdentifier(unconvertedColumn)}`].join(', ')}
      from (select ${checked.join(', ')} from (select ${read.join(', ')} from ${table.from.text}))`,
    values: table.from.values ?? [],
  };
}
