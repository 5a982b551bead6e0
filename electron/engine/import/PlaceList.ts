import type { Place } from './Tally.ts';

/** Places of rows 0, 1, 2 ... in the original; only where the distance to row number changes is an entry kept. */
export class PlaceList {
  readonly #rows: number[] = [];
  readonly #records: number[] = [];
  readonly #lines: number[] = [];
  #next = 0;

  /** The place of the next row. */
  add(record: number, line: number): void {
    const row = this.#next++;
    const last = this.#rows.length - 1;
    const distance = row - (this.#rows[last] ?? 0);
    if (last >= 0 && this.#records[last]! + distance === record && this.#lines[last]! + distance === line) return;
    this.#rows.push(row);
    this.#records.push(record);
    this.#lines.push(line);
  }

  /** Line of the first row when every row n is record n + 1, on a line of its own; else null. */
  get firstLine(): number | null {
    return this.#rows.length === 1 && this.#records[0] === 1 ? this.#lines[0]! : null;
  }

  at(row: number): Place {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#rows[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    const distance = row - this.#rows[low]!;
    return { record: this.#records[low]! + distance, line: this.#lines[low]! + distance };
  }
}
