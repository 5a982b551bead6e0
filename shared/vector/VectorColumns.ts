import { columnProcedures, strideRows } from './columnProcedures.ts';
import { compile } from './compile.ts';
import { logisticProcedure } from './logisticProcedure.ts';

interface Procedures {
  addColumns(column: number, length: number, slope: number, slopesEnd: number, start: number, end: number): void;
  multiplyColumns(column: number, length: number, start: number, end: number, into: number, intoEnd: number): void;
  logistic(value: number, end: number, into: number): void;
}

/** Rows of a block: their values stay in the fastest cache. */
export const blockRows = 1000;

/** What is held of the columns at a time, and room for the block. */
const heldNumbers = 8 * 1024 * 1024;
const blockNumbers = 64 * 1024;

/**
 * Columns where the vector instructions of the processor reach them (two numbers a step, no check of bounds), and a value for each row of a block. Columns are held until others come, up to
 * 64 MB of them (beyond that by parts): whoever walks over the same columns again finds them there, so they must not change meanwhile. Sums are
 * taken in one order on every machine, so the same numbers give the same digits.
 */
class VectorColumns {
  readonly #exports = compile<Procedures>([...columnProcedures, logisticProcedure()])(8 * (heldNumbers + blockNumbers));
  /** Values of the block and their logistic, a slope and a product for each column, then the columns' rows block by block. */
  readonly #memory = new Float64Array(this.#exports.memory);
  #held: { columns: WeakRef<readonly Float64Array[]>; from: number; to: number } | null = null;
  #columns = 0;
  /** Of the block: its rows, and where those of the first column lie. */
  #rows = 0;
  #at = 0;

  /** Goes to at most `blockRows` rows of the columns. @returns their values, not yet known */
  take(columns: readonly Float64Array[], from: number, rows: number): Float64Array {
    const held = this.#held;
    if (held?.columns.deref() !== columns || from < held.from || from + rows > held.to) this.#hold(columns, from);
    this.#rows = rows;
    this.#at = this.#start + (from - this.#held!.from) * this.#columns;
    return this.#memory.subarray(0, rows);
  }

  /** Makes the values the start plus the sum of each column times its slope. */
  addColumns(start: number, slopes: Float64Array): void {
    const end = wholeStrides(this.#rows);
    this.#memory.fill(start, 0, end);
    this.#memory.set(slopes, 2 * blockRows);
    if (this.#columns === 0) return;
    this.#exports.addColumns(8 * this.#at, 8 * blockRows, 8 * 2 * blockRows, 8 * (2 * blockRows + slopes.length), 0, 8 * end);
  }

  /** 1 / (1 + exp(-value)) of each value. To read until the next call. */
  logistic(): Float64Array {
    this.#exports.logistic(0, 8 * wholeStrides(this.#rows), 8 * blockRows);
    return this.#memory.subarray(blockRows, blockRows + this.#rows);
  }

  /** Of each of the first columns: the sum over the rows of it times the values. To read until the next call. */
  products(columns: number): Float64Array {
    const end = wholeStrides(this.#rows);
    const into = 2 * blockRows + this.#columns;
    this.#memory.fill(0, this.#rows, end);
    if (columns > 0) this.#exports.multiplyColumns(8 * this.#at, 8 * blockRows, 0, 8 * end, 8 * into, 8 * (into + columns));
    return this.#memory.subarray(into, into + columns);
  }

  /** Where the columns begin. */
  get #start(): number {
    return wholeStrides(2 * blockRows + 2 * this.#columns);
  }

  #hold(columns: readonly Float64Array[], from: number): void {
    const blocks = Math.max(1, Math.floor(heldNumbers / (columns.length || 1) / blockRows));
    const to = Math.min(from + blocks * blockRows, columns[0]?.length ?? 0);
    this.#columns = columns.length;
    let at = this.#start;
    for (let block = from; block < to; block += blockRows) {
      const end = Math.min(block + blockRows, to);
      for (const column of columns) {
        this.#memory.set(column.subarray(block, end), at);
        this.#memory.fill(0, at + end - block, at + blockRows);
        at += blockRows;
      }
    }
    this.#held = { columns: new WeakRef(columns), from, to };
  }
}

const wholeStrides = (rows: number): number => Math.ceil(rows / strideRows) * strideRows;

let only: VectorColumns | null = null;

/** There is one: whoever takes rows has to be done with them before another may. Made when first asked for. */
export function vectorColumns(): VectorColumns {
  only ??= new VectorColumns();
  return only;
}
