import { compile } from '../vector/compile.ts';
import { blockRows, type NodeSums, type Range, type SummedLeaf } from './NodeSums.ts';
import { addGroupProcedure, addLeafProcedure, columnBytes } from './sumProcedures.ts';

interface Procedures {
  /** Addresses, then numbers: see `sumProcedures`. */
  addLeaf(points: number, end: number, sums: number, share: number, suppliedSum: number, suppliedWeight: number, stop: number): void;
  addGroup(group: number, end: number, sums: number, share: number): void;
}

const withMemory = compile<Procedures>([addLeafProcedure(), addGroupProcedure()]);

const pointsBytes = 4 * blockRows;
const nodeBytes = 4 * columnBytes;
const addressOf = (level: number): number => pointsBytes + level * nodeBytes;

/** Observations of a block, and where the first of them stands when they follow each other in the columns; else null. */
export interface Block extends Range {
  rows: Uint32Array;
  first: number | null;
}

/** Sums of one node on each level of a tree, the root's on level 0, where vector instructions reach them. */
export class TreeSums {
  readonly levels: number;
  readonly #nodes: NodeSums[];
  readonly #exports: Procedures & { memory: ArrayBuffer };
  readonly #points: Float32Array;

  constructor(levels: number) {
    this.levels = levels;
    this.#exports = withMemory(addressOf(levels));
    const { memory } = this.#exports;
    this.#points = new Float32Array(memory, 0, blockRows);
    const column = (level: number, index: number) => new Float64Array(memory, addressOf(level) + index * columnBytes, blockRows);
    this.#nodes = Array.from({ length: levels }, (_, level) => ({
      sum: column(level, 0),
      weight: column(level, 1),
      known: column(level, 2),
      withheld: column(level, 3),
    }));
  }

  /** The node of a level, as far as it is summed. */
  of(level: number): NodeSums {
    return this.#nodes[level]!;
  }

  /** Begins the next node of a level. */
  clear(level: number): void {
    const { sum, weight, known, withheld } = this.of(level);
    for (const column of [sum, weight, known, withheld]) column.fill(0);
  }

  /** Adds a metric to the node of a level. */
  addLeaf(level: number, { points, share, supplied, withholds }: SummedLeaf, { rows, from, to, first }: Block): void {
    const length = to - from;
    // The procedure looks whether it is done after it added.
    if (length === 0) return;
    const block = this.#points;
    if (first !== null) block.set(points.subarray(first, first + length));
    else for (let row = from, place = 0; row < to; row++, place++) block[place] = points[rows[row]!]!;
    const [suppliedSum, suppliedWeight] = supplied === null ? [0, 0] : [share * supplied, share];
    this.#exports.addLeaf(0, 4 * length, addressOf(level), share, suppliedSum, suppliedWeight, withholds ? 1 : 0);
  }

  /** Adds the node of the level below to that of a level. */
  addGroup(level: number, share: number, { from, to }: Range): void {
    if (from === to) return;
    const group = addressOf(level + 1);
    this.#exports.addGroup(group, group + 8 * (to - from), addressOf(level), share);
  }
}

let widest: TreeSums | null = null;

/** Room for a tree of so many levels. There is one: what is summed is read before the next tree is. */
export function treeSums(levels: number): TreeSums {
  if (widest === null || widest.levels < levels) widest = new TreeSums(levels);
  return widest;
}
