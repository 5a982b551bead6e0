import type { SwapSet } from '../contract/comparisonCalls.ts';
import { finish } from '../finish.ts';
import type { Band } from '../model/model.ts';
import { rateByGroupInParts } from '../stats/rateByGroup.ts';
import type { Resampling, Sample } from '../stats/Sample.ts';
import { matchBands } from './matchBands.ts';
import { rateDifferenceInParts, type Sides } from './rateDifference.ts';

/** Observations with a known outcome under two models, column by column. */
export interface SwappedRows extends Pick<Sample, 'outcomes' | 'accounts'> {
  /** Place of the band from the worst; the number of bands = withheld. */
  before: ArrayLike<number>;
  after: ArrayLike<number>;
}

export interface SwapContext {
  baseline: readonly Band[];
  draft: readonly Band[];
  outcome: SwapSet['outcome'];
  resampling: Resampling;
}

type Group = SwapSet['groups'][number];

/**
 * The observations that change band, by how they move: how many of them had the outcome, against all others. "Worst" and "better" are the
 * draft's; a band of the baseline without a counterpart there moves neither up nor down.
 */
export function swapSetOf(rows: SwappedRows, context: SwapContext): SwapSet {
  return finish(swapSetInParts(rows, context));
}

/** The same, part by part: who walks through may pause between them. */
export function* swapSetInParts(rows: SwappedRows, context: SwapContext): Generator<undefined, SwapSet> {
  const { baseline, draft, outcome } = context;
  const counterparts = matchBands(baseline, draft);
  const rankOf = (band: number) => counterparts[band] ?? null;
  const placeOf = (band: number) => (band < draft.length ? band : null);
  const worst = draft[0]!.name;
  const kinds: [Group['id'], string, (before: number | null, after: number | null) => boolean][] = [
    ['newly-worst', `newly ${worst}`, (before, after) => after === 0 && before !== 0],
    ['no-longer-worst', `no longer ${worst}`, (before, after) => before === 0 && after !== 0],
    ['worse', 'in a worse band', (before, after) => before !== null && after !== null && after < before],
    ['better', 'in a better band', (before, after) => before !== null && after !== null && after > before],
  ];
  const groups: Group[] = [];
  for (const [id, name, moves] of kinds) {
    const sides = Uint8Array.from(rows.after, (band, row) => (moves(rankOf(rows.before[row]!), placeOf(band)) ? 0 : 1));
    yield;
    groups.push(yield* groupOf(id, name, sides, rows, context));
  }
  return { groups, warnings: ['TUNED_ON_THESE_DATA'], outcome: { name: outcome.name, polarity: outcome.polarity } };
}

function* groupOf(
  id: Group['id'],
  name: string,
  sides: Sides,
  { outcomes, accounts }: SwappedRows,
  { resampling }: SwapContext,
): Generator<undefined, Group> {
  const [rate, restRate] = yield* rateByGroupInParts({ groups: sides, outcomes, accounts }, 2, resampling);
  yield;
  const difference = yield* rateDifferenceInParts(sides, { outcomes, accounts }, resampling);
  const counted = { observations: rate!.n, accounts: rate!.accounts ?? 0, events: rate!.events ?? 0 };
  return { id, name, ...counted, rate: rate!, restRate: restRate!, difference };
}
