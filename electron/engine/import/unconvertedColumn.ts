/**
 * Last column of every data file: null, or the original texts of the row's cells that became missing, each with its place among the
 * columns of the plan that are kept and not text, as one text ("3=n/k"; further ones follow behind a unit separator). A list of texts
 * costs several times as much to build, to write and to read. From it the list of unconverted cells is made; the view of a source leaves it out.
 */
export const unconvertedColumn = '_unconverted';

/** SQL of the character between the texts of one row. */
export const separator = 'chr(31)';

/** The SQL expression of the column, where `r3` is the text and `v3` the value of column 3. */
export function joinUnconverted(columns: readonly number[]): string {
  const cells = columns.map((index, place) => `case when v${index} is null then '${place + 1}=' || ${withoutSeparator(`r${index}`)} end`);
  return `nullif(concat_ws(${separator}, ${cells.join(', ')}), '')`;
}

/** A separator within a text is kept as its picture. */
export function withoutSeparator(text: string): string {
  return `case when contains(${text}, ${separator}) then replace(${text}, ${separator}, '␟') else ${text} end`;
}

/** SQL that selects `keep`, the place of the cell's column (from 1) as `position` and its text as `value` from rows with such cells. */
export function selectUnconverted(keep: string, from: string): string {
  return `select ${keep}, split_part(cell, '=', 1)::integer as position, substr(cell, strpos(cell, '=') + 1) as value
    from (select ${keep}, unnest(string_split("${unconvertedColumn}", ${separator})) as cell from ${from})`;
}

/** The SQL expression of one cell's text in the column, by its place (from 1); null when the cell converted or was empty. */
export function unconvertedText(place: number): string {
  const cell = `list_filter(string_split("${unconvertedColumn}", ${separator}), lambda cell: starts_with(cell, '${place}='))[1]`;
  return `substr(${cell}, ${String(place).length + 2})`;
}
