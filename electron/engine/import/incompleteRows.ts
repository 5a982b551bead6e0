import type { Definition } from '../../../shared/model/definition.ts';
import { type RequiredColumn, requiredColumns } from '../../../shared/model/requiredColumns.ts';
import type { Source } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import { unconvertedReasons } from './conversion.ts';
import { lowerSpellings } from './Spellings.ts';
import { unconvertedText } from './unconvertedColumn.ts';

/** A required column of a source, as SQL over its data file. */
export interface RequiredCell {
  column: string;
  /** Conditions: the row lacks it, or has it. */
  lacks: string;
  has: string;
  /** The text of the cell that did not convert; null when there was none. */
  value: string;
  reason: string;
}

/** The columns of a source that each of its rows needs, in the order in which a row is judged by them. */
export function requiredCells(source: Source, definition: Definition): RequiredCell[] {
  const kept = source.plan.columns.filter(({ keep }) => keep);
  const converted = kept.filter(({ type }) => type !== 'text');
  return requiredColumns(definition, source.id).flatMap((required) => {
    const plan = kept.find(({ name }) => name === required.column);
    if (!plan) return [];
    const value = plan.type === 'text' ? 'cast(null as varchar)' : unconvertedText(converted.indexOf(plan) + 1);
    const isMissing = `${quoteIdentifier(plan.name)} is null`;
    // Nested, not joined by AND: DuckDB then looks at the texts of no other rows.
    const lacks = required.mayBeBlank ? `case when ${isMissing} then ${isFilled(value, source)} else false end` : isMissing;
    const unconverted = `${unconvertedReasons[plan.type]}, and ${needed(required)}`;
    const reason = `case when ${isFilled(value, source)} then ${quoteText(unconverted)} else ${quoteText(`is missing, and ${needed(required)}`)} end`;
    // Said without NOT, DuckDB's Parquet reader decides it for whole row groups.
    const has = required.mayBeBlank ? `not ${lacks}` : `${quoteIdentifier(plan.name)} is not null`;
    return [{ column: plan.name, lacks, has, value, reason }];
  });
}

/** Condition on a row of the data file: it has the key and the dates that the definition needs; others are rejected. */
export function isComplete(source: Source, definition: Definition): string {
  return ['true', ...requiredCells(source, definition).map(({ has }) => has)].join(' and ');
}

function needed({ what }: RequiredColumn): string {
  return what === 'last day' ? 'an end that cannot be read is not an open end' : `every row needs its ${what}`;
}

/** Condition: the text means a value. */
function isFilled(text: string, { plan }: Source): string {
  const words = ['', ...lowerSpellings(plan)].map(quoteText).join(', ');
  return `(${text} is not null and not list_contains([${words}], lower(trim(${text}))))`;
}
