import type { ImportPlan } from '../../../shared/model/source.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Query } from '../database/query.ts';
import type { PlacedColumn } from './alignColumns.ts';
import { conversion, validOnly } from './conversion.ts';
import type { RawTable } from './RawTable.ts';
import { joinUnconverted, unconvertedColumn } from './unconvertedColumn.ts';

/**
 * Rows of the file as the study keeps them: every kept column in its type, and last the texts that became missing. One streaming pass.
 * Conditions are nested and not joined by AND: DuckDB then computes the inner ones only for the rows that come so far.
 */
export function loadQuery(table: RawTable, placed: readonly PlacedColumn[], nullSpellings: readonly string[]): Query {
  const kept = placed.filter(({ plan }) => plan.keep);
  const spelled = new Spellings(nullSpellings);
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

/** The spellings of "no value" as SQL conditions. Not with IN: DuckDB turns a longer IN into a join, which is slower and loses the order of rows. */
class Spellings {
  readonly #list: string;
  readonly #longest: number;
  readonly #values: string[];

  constructor(spellings: readonly string[]) {
    const words = [...new Set(['', ...spellings.map((one) => one.trim().toLowerCase())])];
    this.#list = words.map(quoteText).join(', ');
    this.#longest = Math.max(...words.map((word) => Buffer.byteLength(word)));
    this.#values = words.filter((word) => /\d|^(t|f|y|n|yes|no|on|off|true|false)$/.test(word));
  }

  /** A text cell, or null when it means "no value". Long cells are not looked at. */
  textOnly(raw: string): string {
    const suspect = `strlen(${raw}) <= ${this.#longest} or ends_with(${raw}, ' ')`;
    return `case when ${suspect} then case when list_contains([${this.#list}], lower(trim(${raw}))) then null else ${raw} end else ${raw} end`;
  }

  /** Takes out cells that convert but mean "no value", like -999; nothing to do when no spelling could convert. */
  valuesOnly(value: string, raw: string): string {
    if (this.#values.length === 0) return value;
    return `case when not list_contains([${this.#values.map(quoteText).join(', ')}], lower(trim(${raw}))) then ${value} end`;
  }
}

/** The spellings in lower case, for comparison with trimmed lower-case text. */
export function lowerSpellings(plan: Pick<ImportPlan, 'nullSpellings'>): string[] {
  return [...new Set(plan.nullSpellings.map((one) => one.trim().toLowerCase()))].filter((one) => one !== '');
}
