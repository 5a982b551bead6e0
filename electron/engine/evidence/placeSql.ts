import { quoteText } from '../../../shared/sql/quoteText.ts';

/** SQL of the place of an id (of a band, a segment) in a list; what is in none has the place after the last. */
export function placeSql(column: string, ids: readonly { id: string }[]): string {
  return `case ${column} ${ids.map(({ id }, index) => `when ${quoteText(id)} then ${index}`).join(' ')} else ${ids.length} end`;
}
