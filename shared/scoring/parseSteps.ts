import { Failure } from '../failure.ts';
import type { Curve } from '../model/curve.ts';

/** A range of values; null = without end. */
export interface ValueRange {
  from: number | null;
  to: number | null;
}

/** A text scheme as steps, with everything the text leaves open or says twice. */
export interface ParsedSteps {
  curve: Extract<Curve, { kind: 'steps' }>;
  /** Values the text gives no points, and the points they get now: those of the interval below, or above at the very bottom. */
  gaps: (ValueRange & { points: number })[];
  /** Values the text gives points twice; the later-starting entry has them now. */
  overlaps: ValueRange[];
}

/** Where a range begins or ends: the first value of what comes after it, and the number as the text has it. */
interface Edge {
  at: number;
  written: number;
}

interface Entry {
  from: Edge;
  to: Edge;
  points: number;
}

const amount = String.raw`[-+]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*%?`;
const pointsText = String.raw`\s*(?:=|:|->|→)\s*(?<points>\d+(?:\.\d+)?)\s*(?:points?|pts?)?\s*`;
const entryForm = new RegExp(
  `^\\s*(?:(?<compare>>=|<=|>|<|≥|≤)\\s*(?<edge>${amount})|(?<low>${amount})\\s*(?:-|–|to)\\s*(?<high>${amount})|(?<plus>${amount})\\s*\\+|(?<one>${amount}))${pointsText}$`,
  'i',
);

/**
 * Reads `50-69 = 70, >= 70 = 100` (entries parted by commas, semicolons or lines) into a steps curve, and says every gap and overlap:
 * whole-number ranges leave 69.5 open. @throws Failure `expression-invalid` with the position of the first entry that cannot be read
 */
export function parseSteps(text: string): ParsedSteps {
  const entries = readEntries(text).sort((one, other) => one.from.at - other.from.at || other.to.at - one.to.at);
  const written = new Map([
    [-Infinity, -Infinity],
    ...entries.flatMap(({ from, to }) => [from, to]).map(({ at, written }) => [at, written] as const),
  ]);
  const edges = [...written.keys()].filter((at) => at < Infinity).sort((one, other) => one - other);
  const parsed: ParsedSteps = { curve: { kind: 'steps', cuts: [], points: [] }, gaps: [], overlaps: [] };
  const { cuts, points } = parsed.curve;
  for (const [index, at] of edges.entries()) {
    const covering = entries.filter(({ from, to }) => from.at <= at && at < to.at);
    const earned = covering.at(-1)?.points ?? points.at(-1) ?? entries[0]!.points;
    const range = { from: finite(written.get(at)), to: finite(written.get(edges[index + 1] ?? Infinity)) };
    if (covering.length === 0) parsed.gaps.push({ ...range, points: earned });
    if (covering.length > 1) parsed.overlaps.push(range);
    if (points.length > 0 && points.at(-1) !== earned) cuts.push(at);
    if (points.at(-1) !== earned) points.push(earned);
  }
  return parsed;
}

function readEntries(text: string): Entry[] {
  let position = 1;
  const entries: Entry[] = [];
  for (const piece of text.split(/([;\n]|,(?!\d{3}(?!\d)))/)) {
    const start = position + (piece.length - piece.trimStart().length);
    position += piece.length;
    if (/^[\s;,]*$/.test(piece)) continue;
    const found = entryForm.exec(piece)?.groups;
    const points = Number(found?.points);
    if (!found) throw problem(text, start, `"${piece.trim()}" is not of the form "50-69 = 70" or ">= 70 = 100"`);
    if (points > 100) throw problem(text, start, `points lie in 0..100, not ${points}`);
    const [from, to] = edgesOf(found);
    if (from.at >= to.at) throw problem(text, start, 'the range ends before it begins');
    entries.push({ from, to, points });
  }
  if (entries.length === 0) throw problem(text, 1, 'there is no entry such as ">= 70 = 100"');
  return entries;
}

function edgesOf(found: Record<string, string | undefined>): [from: Edge, to: Edge] {
  const lowest = before(-Infinity);
  const highest = before(Infinity);
  if (found.one) return [before(toNumber(found.one)), after(toNumber(found.one))];
  if (found.plus) return [before(toNumber(found.plus)), highest];
  if (found.low) return [before(toNumber(found.low)), after(toNumber(found.high!))];
  const edge = toNumber(found.edge!);
  switch (found.compare) {
    case '>':
      return [after(edge), highest];
    case '<':
      return [lowest, before(edge)];
    case '<=':
    case '≤':
      return [lowest, after(edge)];
    default:
      return [before(edge), highest];
  }
}

const before = (written: number): Edge => ({ at: written, written });
const after = (written: number): Edge => ({ at: nextUp(written), written });
const toNumber = (text: string) => Number(text.replace(/[,%\s]/g, ''));

/** The next larger 64-bit number: where "more than" begins. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

const finite = (value: number | undefined) => (value === undefined || !Number.isFinite(value) ? null : value);

function problem(text: string, position: number, problem: string): Failure {
  return new Failure('expression-invalid', { position, text, problem });
}
