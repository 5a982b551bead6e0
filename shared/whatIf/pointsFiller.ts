import type { Curve, CurveOf } from '../model/curve.ts';
import { compile } from '../vector/compile.ts';
import { logisticProcedure } from '../vector/logisticProcedure.ts';
import { curvePieces, type Piece } from './curvePieces.ts';
import { blockRows } from './NodeSums.ts';
import { pieceBytes, pieceProcedure } from './pieceProcedure.ts';

/** A curve for numbers. */
export type NumericCurve = Exclude<Curve, CurveOf<'categories'>>;

/** Writes what each of at most `blockRows` values earns to `points`, NaN for nothing. Values that are NaN are missing; those of log1p curves are on that scale. */
export type PointsFiller = (values: Float64Array, points: Float64Array) => void;

/** Values as log1p curves read them: the logarithm of 1 + value, NaN for those of -1 or less. */
export function onLogScale(values: Float64Array): Float64Array {
  return values.map((value) => (value > -1 ? Math.log(1 + value) : Number.NaN));
}

/** `pointsOf` of a curve, in vector instructions, fast enough for every frame of a drag. */
export function pointsFiller(curve: NumericCurve): PointsFiller {
  if (curve.kind === 'z-score') return ofZScore(curve);
  const table = tableOf(curvePieces(curve));
  const most = table.pieces.byteLength / pieceBytes;
  return (values, points) => curveBlock(most).earn(table, values, points);
}

function ofZScore({ direction, reference }: CurveOf<'z-score'>): PointsFiller {
  if (!reference) return (values, points) => points.fill(Number.NaN, 0, values.length);
  const { mean } = reference;
  // Where all are the same, none is away from the mean.
  const sd = (direction === 'higher' ? 1 : -1) * (reference.sd || Number.POSITIVE_INFINITY);
  return (values, points) => curveBlock(0).earnLogistic(mean, sd, values, points);
}

/** Cells of the even grid by which a piece is found. */
const gridCells = 1024;
/** And one for the highest value; even, so that the pieces behind lie where numbers of 64 bits may. */
const firstCells = gridCells + 2;

/** Where what the procedures read and write begins, in bytes. */
const valuesAt = 0;
const pointsAt = valuesAt + 8 * blockRows;
const firstAt = pointsAt + 8 * blockRows;
const piecesAt = firstAt + 4 * firstCells;

interface Table {
  /** As they lie in memory. */
  pieces: Float64Array;
  lowest: number;
  highest: number;
  perCell: number;
  /** By cell: the address of the last piece that begins before it; and of the last of all, beyond the grid. */
  first: Uint32Array;
  /** A power of 2: with it and all smaller ones as many pieces are passed as begin in one cell. */
  widest: number;
}

function tableOf(pieces: readonly Piece[]): Table {
  const [lowest, highest] = [pieces[1]?.from ?? 0, pieces.at(-1)!.from];
  const perUnit = gridCells / (highest - lowest);
  // Beginnings that are one, too close for a number of 64 bits to tell, or too far apart: one cell holds them all.
  const perCell = Number.isFinite(perUnit) ? perUnit : 0;
  // As the procedure computes it, so that a piece lies in the cell of the values at its beginning.
  const cellOf = ({ from }: Piece) => (perCell === 0 ? 0 : Math.trunc((from - lowest) * perCell));
  const beginning = new Uint32Array(firstCells);
  for (const piece of pieces.slice(1)) beginning[cellOf(piece)]! += 1;
  const first = new Uint32Array(firstCells).fill(piecesAt);
  for (let cell = 1; cell < first.length; cell++) first[cell] = first[cell - 1]! + pieceBytes * beginning[cell - 1]!;
  const most = beginning.reduce((one, other) => Math.max(one, other), 1);
  const widest = 2 ** Math.floor(Math.log2(most));
  // Behind the last begin as many that no value reaches as a step may look ahead.
  const inMemory = new Float64Array((pieces.length + 2 * widest) * (pieceBytes / 8)).fill(Number.POSITIVE_INFINITY);
  inMemory.set(pieces.flatMap(({ from, origin, points, slope }) => [from, origin, points, slope]));
  return { pieces: inMemory, lowest, highest, perCell, first, widest };
}

interface Procedures {
  /** Addresses, then numbers: see `pieceProcedure`. */
  earn(value: number, end: number, into: number, first: number, widest: number, lowest: number, highest: number, perCell: number): void;
  logistic(value: number, end: number, into: number): void;
}

const withMemory = compile<Procedures>([pieceProcedure(), logisticProcedure()]);

/** Room for a block of values and points, and for the pieces of a curve. */
class CurveBlock {
  readonly mostPieces: number;
  readonly #exports: Procedures & { memory: ArrayBuffer };
  readonly #values: Float64Array;
  readonly #points: Float64Array;
  #table: Table | null = null;

  constructor(mostPieces: number) {
    this.mostPieces = mostPieces;
    this.#exports = withMemory(piecesAt + pieceBytes * mostPieces);
    this.#values = new Float64Array(this.#exports.memory, valuesAt, blockRows);
    this.#points = new Float64Array(this.#exports.memory, pointsAt, blockRows);
  }

  earn(table: Table, values: Float64Array, points: Float64Array): void {
    // The procedure looks whether it is done after it wrote.
    if (values.length === 0) return;
    this.#use(table);
    this.#values.set(values);
    const { lowest, highest, perCell, widest } = table;
    this.#exports.earn(valuesAt, endOf(values), pointsAt, firstAt, widest * pieceBytes, lowest, highest, perCell);
    points.set(this.#points.subarray(0, values.length));
  }

  /** @param sd negative where less is healthier */
  earnLogistic(mean: number, sd: number, values: Float64Array, points: Float64Array): void {
    if (values.length === 0) return;
    const [own, shares] = [this.#values, this.#points];
    for (let place = 0; place < values.length; place++) own[place] = (values[place]! - mean) / sd;
    this.#exports.logistic(valuesAt, endOf(values), pointsAt);
    // What is no finite number may come out of the procedure as one.
    for (let place = 0; place < values.length; place++) points[place] = 100 * shares[place]! + (values[place]! - values[place]!);
  }

  #use(table: Table): void {
    if (this.#table === table) return;
    this.#table = table;
    const { memory } = this.#exports;
    new Float64Array(memory, piecesAt).set(table.pieces);
    new Uint32Array(memory, firstAt).set(table.first);
  }
}

/** Values are taken by twos. */
const endOf = ({ length }: Float64Array): number => valuesAt + 8 * (length + (length % 2));

let block: CurveBlock | null = null;

/** There is one: what is written is read before the next curve is. Made anew where a curve has more pieces than there is room for. */
function curveBlock(pieces: number): CurveBlock {
  if (block === null || block.mostPieces < pieces) block = new CurveBlock(Math.max(256, pieces));
  return block;
}
