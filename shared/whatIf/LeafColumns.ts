import type { Leaf } from '../model/model.ts';
import { suppliedPoints } from '../scoring/rollUpSql.ts';
import { compile } from '../vector/compile.ts';
import { lineProcedure } from './lineProcedure.ts';
import type { Earn } from './MetricPoints.ts';
import { blockRows, type Range } from './NodeSums.ts';

interface Procedures {
  /** Addresses, then numbers: see `lineProcedure`. */
  line(score: number, end: number, base: number, slope: number, without: number, supplied: number, redistributes: number): void;
}

const withMemory = compile<Procedures>([lineProcedure()]);

/** Scores of a block, and the columns behind them. Rows are taken by twos, so one more of each column may be touched. */
const columnsAt = 8 * blockRows;
const columnBytes = (count: number): number => 4 * (count + 1);

/** Of every observation three numbers: its score is `base + slope * points` while the metric counts (NaN: withheld), else `without`. */
export class LeafColumns {
  readonly base: Float32Array;
  readonly slope: Float32Array;
  /** NaN where nothing else counts; `tooThin`. */
  readonly without: Float32Array;
  readonly #exports: Procedures & { memory: ArrayBuffer };
  readonly #scores: Float64Array;

  constructor(count: number) {
    this.#exports = withMemory(columnsAt + 3 * columnBytes(count));
    const { memory } = this.#exports;
    this.#scores = new Float64Array(memory, 0, blockRows);
    const column = (index: number) => new Float32Array(memory, columnsAt + index * columnBytes(count), count);
    [this.base, this.slope, this.without] = [column(0), column(1), column(2)];
  }

  get bytes(): number {
    return 3 * this.base.byteLength;
  }

  /** Writes the scores of a range of at most `blockRows` to the front of `scores`, NaN where withheld, of a leaf with that curve and missing policy. */
  fill(range: Range, earn: Earn, leaf: Pick<Leaf, 'curve' | 'missing'>, scores: Float64Array): void {
    const rows = range.to - range.from;
    // The procedure looks whether it is done after it wrote.
    if (rows === 0) return;
    earn(range, this.#scores);
    const address = (column: Float32Array) => column.byteOffset + 4 * range.from;
    const supplied = suppliedPoints({ leaf });
    const redistributes = supplied === null && leaf.missing.policy !== 'no-score';
    const columns = [address(this.base), address(this.slope), address(this.without)] as const;
    this.#exports.line(0, 8 * rows, ...columns, supplied ?? Number.NaN, redistributes ? 1 : 0);
    scores.set(this.#scores.subarray(0, rows));
  }
}
