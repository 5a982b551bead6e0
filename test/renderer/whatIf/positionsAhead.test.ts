import { describe, expect, it } from 'vitest';
import { positionsAhead } from '../../../renderer/views/whatIf/live/positionsAhead.ts';
import type { Control } from '../../../shared/contract/whatIfCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { smallDraft } from './smallDraft.ts';

const weightOf = (node: string, segment?: string): Control => ({
  kind: 'weight',
  node,
  rescaleSiblings: false,
  ...(segment && { segment }),
});
const weight = (value: number) => ({ kind: 'weight' as const, weight: value });

/** The weights that a slider at one weight, and at another before, may come to, in order and each once. */
function ahead(from: Model, control: Control, at: number, before: number): number[] {
  const positions = [...positionsAhead(from, control, weight(at), weight(before))];
  return [...new Set(positions.map((position) => (position.kind === 'weight' ? position.weight : Number.NaN)))];
}

describe('where a slider may come to next', () => {
  it('is step by step to both sides where it has not moved, up to the ends, each step of it', () => {
    const weights = ahead(smallDraft, weightOf('a'), 50, 50);
    expect(weights.slice(0, 7)).toEqual([50, 51, 49, 52, 48, 53, 47]);
    expect([...weights].sort((one, other) => one - other)).toEqual(Array.from({ length: 101 }, (_, index) => index));
  });

  it('is first on as it moved last, then the rest with the side it moves to first', () => {
    expect(ahead(smallDraft, weightOf('a'), 50, 53).slice(0, 8)).toEqual([47, 44, 41, 38, 50, 49, 51, 48]);
    expect(ahead(smallDraft, weightOf('a'), 95, 92).slice(0, 5)).toEqual([98, 95, 96, 94, 97]);
  });

  it('is what the slider itself says: decimals without the dust of adding steps', () => {
    const shares: Model = {
      ...smallDraft,
      dimensions: smallDraft.dimensions.map((node, index) => ({ ...node, weight: [0.5, 0.3, 0.2][index]! })),
    };
    expect(ahead(shares, weightOf('a'), 0.07, 0.06).slice(0, 4)).toEqual([0.08, 0.09, 0.1, 0.11]);
    expect(ahead(shares, weightOf('a'), 0.5, 0.5)).toHaveLength(101);
  });

  it('is around the step that is nearest to a weight typed between two', () => {
    expect(ahead(smallDraft, weightOf('a'), 33.3, 33.3).slice(0, 3)).toEqual([33, 34, 32]);
  });

  it('follows the scale of the segment that is edited', () => {
    const heavy: Model = { ...smallDraft, segments: [{ ...smallDraft.segments[0]!, weights: { a: 400 } }] };
    expect(ahead(heavy, weightOf('a', 's'), 400, 400).slice(0, 3)).toEqual([400, 410, 390]);
    expect(ahead(heavy, weightOf('a'), 50, 50).slice(0, 3)).toEqual([50, 51, 49]);
  });

  it('is half a point to both sides of each band edge; of the one that moved, where one has', () => {
    const edges = (...cuts: number[]) => ({ kind: 'cuts' as const, cuts });
    const all = (at: ReturnType<typeof edges>, before = at) => [...positionsAhead(smallDraft, { kind: 'cuts' }, at, before)];
    expect(all(edges(60, 80)).slice(0, 6)).toEqual([
      ...[edges(60, 80), edges(60, 80)],
      ...[edges(60.5, 80), edges(60, 80.5)],
      ...[edges(59.5, 80), edges(60, 79.5)],
    ]);
    const moved = all(edges(60, 80), edges(60, 82));
    expect(moved.slice(0, 4)).toEqual([edges(60, 78), edges(60, 76), edges(60, 74), edges(60, 72)]);
    const places = moved.map((position) => (position.kind === 'cuts' ? position.cuts : []));
    expect(places.every(([lower, upper]) => lower === 60 && upper! > 60 && upper! <= 100)).toBe(true);
    expect(places.map(([, upper]) => upper)).toEqual(expect.arrayContaining([60.1, 60.5, 99.5, 100]));
  });

  it('is not told of a curve, and of a node that is not there', () => {
    expect([...positionsAhead(smallDraft, { kind: 'leaf', leaf: 'a' }, { kind: 'leaf' }, { kind: 'leaf' })]).toEqual([]);
    expect(ahead(smallDraft, weightOf('gone'), 1, 1)).toEqual([]);
  });
});
