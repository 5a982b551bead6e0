/** A name as an SQL identifier, exactly as written, in every dialect printed here. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
