import type { ImportPlan } from '../../../shared/model/source.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';

/** The spellings of "no value" as SQL conditions. Not with IN: DuckDB turns a longer IN into a join, which is slower and loses the order of rows. */
export class Spellings {
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
