import { blockRows } from './NodeSums.ts';

/** Where procedures make the scores of a block (from address 0 on) of some columns of all observations. */
export interface ScoreMemory<Procedures> {
  exports: Procedures;
  scores: Float64Array;
  columns: Float32Array[];
}

/** Procedures bound to memory for so many columns. Rows are taken by twos, so one more of each column may be touched. */
export function scoreMemory<Procedures>(
  bind: (bytes: number) => Procedures & { memory: ArrayBuffer },
  count: number,
  columns: number,
): ScoreMemory<Procedures> {
  const [columnsAt, columnBytes] = [8 * blockRows, 4 * (count + 1)];
  const exports = bind(columnsAt + columns * columnBytes);
  const { memory } = exports;
  return {
    exports,
    scores: new Float64Array(memory, 0, blockRows),
    columns: Array.from({ length: columns }, (_, index) => new Float32Array(memory, columnsAt + index * columnBytes, count)),
  };
}

/** Where the number of an observation stands in a column. */
export const addressIn = (column: Float32Array, entry: number): number => column.byteOffset + 4 * entry;
