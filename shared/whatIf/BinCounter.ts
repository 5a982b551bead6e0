import { compile } from '../vector/compile.ts';
import { binProcedure } from './binProcedure.ts';
import type { JointTable } from './JointTable.ts';
import { blockRows } from './NodeSums.ts';
import type { ScoreBins } from './ScoreBins.ts';

interface Procedures {
  /** Addresses, then numbers: see `binProcedure`. */
  count(
    ...of: [
      ...[score: number, end: number, revenue: number, first: number, limits: number, counts: number, points: number],
      ...[ceiling: number, cellsPerPoint: number, withheld: number],
    ]
  ): void;
}

/** Bins of a tenth of a point, and seven times as many cuts of segments. */
const mostColumns = 8192;

/** Where what the procedure reads and writes begins, in bytes. */
const scoresAt = 0;
const revenueAt = scoresAt + 8 * blockRows;
const pointsAt = revenueAt + 4 * blockRows;
const countsAt = pointsAt + 16;
const limitsAt = countsAt + 16 * mostColumns;
const firstAt = limitsAt + 8 * mostColumns;
const end = firstAt + 4 * mostColumns;

/** Counts scores into the bins of a joint table's row, in vector instructions. */
class BinCounter {
  readonly #exports = compile<Procedures>([binProcedure()])(end);
  /** Of a block: written before they are counted. */
  readonly scores = new Float64Array(this.#exports.memory, scoresAt, blockRows);
  readonly #revenue = new Float32Array(this.#exports.memory, revenueAt, blockRows);
  readonly #points = new Float64Array(this.#exports.memory, pointsAt, 1);
  /** Accounts and revenue by bin, those withheld last. */
  readonly #counts = new Float64Array(this.#exports.memory, countsAt, 2 * mostColumns);
  readonly #limits = new Float64Array(this.#exports.memory, limitsAt, mostColumns);
  readonly #first = new Uint32Array(this.#exports.memory, firstAt, mostColumns);
  #bins: ScoreBins | null = null;

  /** Counts into these bins from now on. */
  use(bins: ScoreBins): void {
    if (this.#bins === bins) return;
    this.#bins = bins;
    const withheld = bins.limits.length;
    this.#limits.set(bins.limits);
    this.#limits[withheld] = Number.POSITIVE_INFINITY;
    this.#first.set(bins.first);
    this.#first[bins.first.length] = withheld;
  }

  /** Counts the first of `scores` (NaN = withheld), as many as there are revenues; one counts as 0 or as `ceiling` where it lies outside them. */
  count(revenue: Float32Array, ceiling: number): void {
    const { cellsPerPoint, first, limits } = this.#bins!;
    const rows = revenue.length;
    // The procedure looks whether it is done after it counted.
    if (rows === 0) return;
    this.#revenue.set(revenue);
    // They are counted by twos: beside the last stands one that is withheld, without revenue, which does not count.
    const odd = rows % 2;
    if (odd) {
      this.scores[rows] = Number.NaN;
      this.#revenue[rows] = 0;
      this.#counts[2 * limits.length]! -= 1;
    }
    const stop = scoresAt + 8 * (rows + odd);
    this.#exports.count(scoresAt, stop, revenueAt, firstAt, limitsAt, countsAt, pointsAt, ceiling, cellsPerPoint, first.length);
  }

  /** Adds what was counted to a row of the table, and begins anew. */
  addTo({ accounts, revenue, points, columns }: JointTable, row: number): void {
    const counts = this.#counts;
    for (let column = 0, entry = row * columns; column < columns; column++, entry++) {
      accounts[entry]! += counts[2 * column]!;
      revenue[entry]! += counts[2 * column + 1]!;
    }
    points[row]! += this.#points[0]!;
    counts.fill(0, 0, 2 * columns);
    this.#points[0] = 0;
  }
}

let only: BinCounter | null = null;

/** There is one: what it counted is added to a table before another counts. Made when first asked for. */
export function binCounter(bins: ScoreBins): BinCounter {
  only ??= new BinCounter();
  only.use(bins);
  return only;
}
