import type { MoverKind } from '../contract/mover.ts';
import { bandOf, bandTolerance } from '../scoring/bandOf.ts';
import { blocksOf } from './blocksOf.ts';
import type { Hand, Placed } from './Hand.ts';
import { blockRows, type Range } from './NodeSums.ts';

/** What the accounts of a hand move away from. */
export interface Before {
  /** In the order of the arrangement; NaN where withheld, or where there are bands only. */
  scores: Float32Array;
  /** By group of the arrangement, the last of which is withheld: the draft's band that it corresponds to, null for none. */
  ranks: readonly (number | null)[];
}

/** Where an account was and is: band ranks are null where withheld (or without counterpart), the change where a score is not known. */
interface Move {
  change: number | null;
  before: number | null;
  after: number | null;
  crossed: boolean;
}

/** 32-bit scores that differ by less are the same. */
const noChange = 1e-4;

/** Places (in their columns) of the observations, of one segment if `only` names one, that move most in a way, most first. */
export function topMovers(
  hand: Hand,
  placed: Placed,
  before: Before,
  { kind, limit }: { kind: MoverKind; limit: number },
  only: number | null = null,
): number[] {
  const { runs, groups } = hand.arrangement;
  const best = hand.bands - 1;
  const scores = new Float64Array(blockRows);
  let found: Found[] = [];
  let least = 0;
  for (const run of runs) {
    if (only !== null && run.segment !== only) continue;
    const cuts = placed.cuts[run.segment]!;
    const wasWithheld = run.group === groups - 1;
    const rank = before.ranks[run.group]!;
    // The band before is that of the run, unless it moves with the edges.
    const given = wasWithheld ? null : hand.given;
    const isOne = given === null ? scoredMoves[kind](rank, (band) => reachOf(cuts, band, run.bandCeiling), best) : null;
    const lookAt = (entry: number, score: number, change: number | null): Found | null => {
      const after = Number.isNaN(score) ? null : Math.min(bandOf(cuts, score), run.bandCeiling);
      const own = given ? before.ranks[bandOf(cuts, given[entry]!)]! : rank;
      const crossed = wasWithheld ? after !== null : after === null || own !== after;
      const move: Move = { change, before: own, after, crossed };
      return moves[kind](move, best) ? { entry, size: sizeOf(move) } : null;
    };
    for (const range of blocksOf(run.from, run.to)) {
      placed.fill(run, range, scores);
      lookThrough({ scores, before: before.scores, ceiling: run.scoreCeiling, isOne, lookAt }, range, least, found);
      if (found.length > limit) {
        found = found.sort((one, other) => other.size - one.size).slice(0, limit);
        least = found.at(-1)!.size;
      }
    }
  }
  return found.sort((one, other) => other.size - one.size).map(({ entry }) => hand.arrangement.rows[entry]!);
}

/** An observation that moves in the way that is asked for, by its place in the arrangement. */
interface Found {
  entry: number;
  size: number;
}

interface Block {
  scores: Float64Array;
  before: Float32Array;
  ceiling: number;
  /** For those with a score on both sides; null where each has to be looked at by itself. */
  isOne: ((score: number, change: number) => boolean) | null;
  lookAt: (entry: number, score: number, change: number | null) => Found | null;
}

/** Adds those of a block that move by at least so much. A function of its own: called block by block it is compiled early, where one loop over a million rows took twice as long the first times. */
function lookThrough({ scores, before, ceiling, isOne, lookAt }: Block, { from, to }: Range, least: number, found: Found[]): void {
  for (let entry = from; entry < to; entry++) {
    const score = Math.min(ceiling, Math.max(0, scores[entry - from]!));
    const change = score - before[entry]!;
    const size = Math.abs(change);
    if (size < least) continue;
    const isKnown = size >= 0;
    if (isOne && isKnown) {
      if (isOne(score, change)) found.push({ entry, size });
      continue;
    }
    const one = lookAt(entry, score, isKnown ? change : null);
    if (one) found.push(one);
  }
}

const moves: Record<MoverKind, (move: Move, best: number) => boolean> = {
  largest: ({ change, crossed }) => Math.abs(change ?? 0) > noChange || crossed,
  worse: ({ change, before, after }) => (change === null ? ranked(before, after) < 0 : change < -noChange),
  better: ({ change, before, after }) => (change === null ? ranked(before, after) > 0 : change > noChange),
  'newly-worst': ({ before, after }) => after === 0 && before !== 0,
  'newly-best': ({ before, after }, best) => after === best && before !== best,
  crossing: ({ crossed }) => crossed,
};

/** Whether a score lies in a band. */
type Reach = (score: number) => boolean;

/** What `moves` says of accounts with a score on both sides that were all in one band: a million are asked at rest. */
const scoredMoves: Record<
  MoverKind,
  (was: number | null, reachOf: (band: number) => Reach, best: number) => (score: number, change: number) => boolean
> = {
  largest: (was, reachOf) => {
    const stays = was === null ? nowhere : reachOf(was);
    return (score, change) => Math.abs(change) > noChange || !stays(score);
  },
  worse: () => (_, change) => change < -noChange,
  better: () => (_, change) => change > noChange,
  'newly-worst': (was, reachOf) => (was === 0 ? nowhere : reachOf(0)),
  'newly-best': (was, reachOf, best) => (was === best ? nowhere : reachOf(best)),
  crossing: (was, reachOf) => {
    const stays = was === null ? nowhere : reachOf(was);
    return (score) => !stays(score);
  },
};

const nowhere: Reach = () => false;

/** The scores of a band, no account being in a better one than its ceiling. */
function reachOf(cuts: readonly number[], band: number, ceiling: number): Reach {
  if (band > ceiling) return nowhere;
  const from = band === 0 ? Number.NEGATIVE_INFINITY : cuts[band - 1]! - bandTolerance;
  const to = band === ceiling ? Number.POSITIVE_INFINITY : cuts[band]! - bandTolerance;
  return (score) => score >= from && score < to;
}

/** By how many bands it moved; 0 where that cannot be said. */
function ranked(before: number | null, after: number | null): number {
  return before === null || after === null ? 0 : after - before;
}

/** Those without a change of score come last, by how many bands they moved. */
function sizeOf({ change, before, after }: Move): number {
  return change === null ? Math.abs(ranked(before, after)) * 1e-9 : Math.abs(change);
}
