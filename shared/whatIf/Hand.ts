import type { Arrangement, Run } from './Arrangement.ts';
import { blocksOf } from './blocksOf.ts';
import type { Counted } from './Counted.ts';
import { copyTable, emptyTable, type JointTable, rowOf } from './JointTable.ts';
import { blockRows, type Range } from './NodeSums.ts';
import { type ScoreBins, scoreBins } from './ScoreBins.ts';
import { tally } from './tally.ts';

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
  /** The last table of the segments that stand still, by which they are and the cuts. */
  counted: Map<string, JointTable>;
}

/** Everything a frame is derived from: one pass over the observations. */
export function countTable(hand: Hand, placed: Placed): Counted {
  const bins = scoreBins(placed.cuts.flat(), hand.cellsPerPoint);
  const key = `${placed.still.map(Number).join('')} ${placed.cuts.flat().join(' ')}`;
  const known = hand.counted.get(key);
  const table = known ? copyTable(known) : emptyTable(shapeOf(hand, bins));
  const count = (wanted: boolean) => {
    for (const run of hand.arrangement.runs) if (placed.still[run.segment] === wanted) countRun(hand, run, placed, bins, table);
  };
  if (!known) {
    count(true);
    hand.counted.clear();
    hand.counted.set(key, copyTable(table));
  }
  count(false);
  return { table, bins, cuts: placed.cuts };
}

const scores = new Float64Array(blockRows);

function countRun(hand: Hand, run: Run, placed: Placed, bins: ScoreBins, table: JointTable): void {
  const into = { bins, ceiling: run.scoreCeiling, row: rowOf(table, run.segment, run.group, run.bandCeiling) };
  for (const range of blocksOf(run.from, run.to)) {
    placed.fill(run, range, scores);
    tally(scores, hand.revenue, range, into, table);
  }
}

function shapeOf({ arrangement: { segments, groups }, bands }: Hand, { edges }: ScoreBins) {
  return { segments, groups, bands, columns: edges.length + 1 };
}
