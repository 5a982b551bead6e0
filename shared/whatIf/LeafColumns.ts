import type { Leaf } from '../model/model.ts';
import { suppliedPoints } from '../scoring/rollUpSql.ts';
import { compile } from '../vector/compile.ts';
import { lineProcedure } from './lineProcedure.ts';
import type { Earn } from './MetricPoints.ts';
import type { Range } from './NodeSums.ts';
import { addressIn, type ScoreMemory, scoreMemory } from './scoreMemory.ts';

interface Procedures {
  /** Addresses, then numbers: see `lineProcedure`. */
  line(score: number, end: number, base: number, slope: number, without: number, supplied: number, redistributes: number): void;
}

const withMemory = compile<Procedures>([lineProcedure()]);

/** Of every observation three numbers: its score is `base + slope * points` while the metric counts (NaN: withheld), else `without`. */
export class LeafColumns {
  readonly base: Float32Array;
  readonly slope: Float32Array;
  /** NaN where nothing else counts; `tooThin`. */
  readonly without: Float32Array;
  readonly #memory: ScoreMemory<Procedures>;

  constructor(count: number) {
    this.#memory = scoreMemory(withMemory, count, 3);
    [this.base, this.slope, this.without] = this.#memory.columns as [Float32Array, Float32Array, Float32Array];
  }

  get bytes(): number {
    return 3 * this.base.byteLength;
  }

  /** Writes the scores of a range of at most `blockRows` to the front of `scores`, NaN where withheld, of a leaf with that curve and missing policy. */
  fill(range: Range, earn: Earn, leaf: Pick<Leaf, 'curve' | 'missing'>, scores: Float64Array): void {
    const rows = range.to - range.from;
    // The procedure looks whether it is done after it wrote.
    if (rows === 0) return;
    const { exports, scores: own, columns } = this.#memory;
    earn(range, own);
    const supplied = suppliedPoints({ leaf });
    const redistributes = supplied === null && leaf.missing.policy !== 'no-score';
    const [base, slope, without] = columns.map((column) => addressIn(column, range.from)) as [number, number, number];
    exports.line(0, 8 * rows, base, slope, without, supplied ?? Number.NaN, redistributes ? 1 : 0);
    scores.set(own.subarray(0, rows));
  }
}
