const number = /^[+-]?[$€£]?[\d.,]*\d[\d.,]*%?$/;
const date = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/;
/** Years, quarters and months are usual column titles of a panel laid out sideways. */
const period = /^(19|20)\d\d([-/. ]?(q[1-4]|0?[1-9]|1[0-2]))?$/i;

/** Whether the first record holds names and not values: no cell of it reads as a number or a date, periods aside. */
export function looksLikeHeader(records: readonly string[][]): boolean {
  const first = records[0]!.map((cell) => cell.trim());
  if (first.every((cell) => cell === '')) return false;
  return !first.some((cell) => (number.test(cell) || date.test(cell)) && !period.test(cell));
}
