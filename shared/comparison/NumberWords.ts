/** How numbers are written where a sentence is read. */
export interface NumberWords {
  /** A whole number. */
  count(value: number): string;
  /** A share 0..1 in whole per cent. */
  percent(share: number): string;
  /** Points of a score or per cent, with one decimal. */
  points(value: number): string;
}
