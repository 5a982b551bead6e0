import type { Arrangement, Run } from './Arrangement.ts';
import { binCounter } from './BinCounter.ts';
import { bandedParts } from './bandedParts.ts';
import { blocksOf } from './blocksOf.ts';
import type { Counted } from './Counted.ts';
import { copyTable, emptyTable, type JointTable, rowOf } from './JointTable.ts';
import { blockRows, type Range } from './NodeSums.ts';
import { type ScoreBins, scoreBins } from './ScoreBins.ts';

/** The control at one position. */
export interface Placed {
  /** Writes the scores of observations of one run to the front of `scores`, NaN where withheld; caps are not applied. */
  fill(run: Run, range: Range, scores: Float64Array): void;
  /** Segments whose scores are those of the draft as it was taken in hand: they are counted once. */
  still: readonly boolean[];
  /** Cuts of the bands, by segment. */
  cuts: readonly (readonly number[])[];
}

/** Observations in hand: what it takes to count them at any position of a control. */
export interface Hand {
  arrangement: Arrangement;
  /** In the order of the arrangement; 0 where unknown. */
  revenue: Float32Array;
  /** Bands of the draft. */
  bands: number;
  cellsPerPoint: number;
  /**
   * A given score, in the order of the arrangement, that is read by the bands of the draft: where its edges move, so do the groups.
   * Null where the groups are those of the arrangement wherever the control stands.
   */
  given: Float32Array | null;
  /** The last table of the segments that stand still, by which they are and the cuts; and the bins, which are of the cuts. */
  counted: Map<string, { bins: ScoreBins; table: JointTable }>;
}

/** Everything a frame is derived from: one pass over the observations, or over those of one segment (`only`). */
export function countTable(hand: Hand, placed: Placed, only: number | null = null): Counted {
  const key = `${only} ${placed.still.map(Number).join('')} ${placed.cuts.flat().join(' ')}`;
  const known = hand.counted.get(key);
  const bins = known?.bins ?? scoreBins(placed.cuts.flat(), hand.cellsPerPoint);
  const table = known ? copyTable(known.table) : emptyTable(shapeOf(hand, bins));
  const count = (wanted: boolean) => {
    for (const run of hand.arrangement.runs)
      if (placed.still[run.segment] === wanted && (only === null || run.segment === only)) countRun(hand, run, placed, bins, table);
  };
  if (!known) {
    count(true);
    hand.counted.clear();
    hand.counted.set(key, { bins, table: copyTable(table) });
  }
  count(false);
  return { table, bins, cuts: placed.cuts };
}

const scores = new Float64Array(blockRows);

function countRun(hand: Hand, run: Run, placed: Placed, bins: ScoreBins, table: JointTable): void {
  const { given, revenue } = hand;
  const counter = binCounter(bins);
  const rowOfGroup = (group: number) => rowOf(table, run.segment, group, run.bandCeiling);
  if (given === null || run.group === table.groups - 1) {
    for (const range of blocksOf(run.from, run.to)) {
      placed.fill(run, range, counter.scores);
      counter.count(revenue.subarray(range.from, range.to), run.scoreCeiling);
    }
    counter.addTo(table, rowOfGroup(run.group));
    return;
  }
  for (const range of blocksOf(run.from, run.to)) {
    placed.fill(run, range, scores);
    for (const { band, count, ...part } of bandedParts({ scores, revenue, given, range }, placed.cuts[run.segment]!)) {
      counter.scores.set(part.scores.subarray(0, count));
      counter.count(part.revenue.subarray(0, count), run.scoreCeiling);
      counter.addTo(table, rowOfGroup(band));
    }
  }
}

function shapeOf({ arrangement: { segments, groups }, bands }: Hand, { edges }: ScoreBins) {
  return { segments, groups, bands, columns: edges.length + 1 };
}
