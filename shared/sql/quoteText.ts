/** Text as an SQL literal, in every dialect printed here. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
