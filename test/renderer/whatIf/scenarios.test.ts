import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../renderer/state/Draft.ts';
import { flipCurve } from '../../../renderer/views/model/edit/flipCurve.ts';
import {
  addScenario,
  duplicateScenario,
  loadIntoDraft,
  removeScenario,
  renameScenario,
} from '../../../renderer/views/whatIf/edit/scenarios.ts';
import { curve } from '../../../shared/model/curve.ts';
import { pointsOf } from '../../../shared/scoring/pointsOf.ts';
import { smallDraft } from './smallDraft.ts';

const draft = { ...emptyDraft, models: [smallDraft], currentModel: 'm' };
const heavier = { ...smallDraft, cuts: [50, 70] };

describe('scenarios', () => {
  it('are kept under names with ids of their own, renamed and copied', () => {
    const one = addScenario(draft, 'Usage heavier', heavier);
    const two = duplicateScenario(one, one.scenarios[0]!);
    expect(two.scenarios.map(({ id, name }) => [id, name])).toEqual([
      ['usage_heavier', 'Usage heavier'],
      ['usage_heavier_copy', 'Usage heavier, copy'],
    ]);
    expect(renameScenario(two, 'usage_heavier', 'For the board').scenarios[0]).toMatchObject({
      id: 'usage_heavier',
      name: 'For the board',
    });
    expect(addScenario(one, 'Usage heavier', heavier).scenarios[1]!.id).toBe('usage_heavier_2');
  });

  it('are loaded into the draft, which keeps its own id and name', () => {
    const loaded = loadIntoDraft(draft, { ...heavier, id: 'other', name: 'Other' });
    expect(loaded.models).toEqual([{ ...heavier, id: 'm', name: 'M' }]);
  });

  it('leave no baseline behind that is gone', () => {
    const kept = addScenario(draft, 'A', heavier);
    const compared = { ...kept, baseline: { scenario: 'a' } };
    expect(removeScenario(compared, 'a')).toMatchObject({ scenarios: [], baseline: null });
    expect(removeScenario({ ...kept, baseline: { version: 'v1' } }, 'a').baseline).toEqual({ version: 'v1' });
  });
});

describe('a curve turned around', () => {
  it.each([
    [{ kind: 'steps', cuts: [10, 20], points: [30, 70, 100] }, 25, 100, 30],
    [{ kind: 'ramp', from: { value: 0, points: 0 }, to: { value: 100, points: 100 } }, 100, 100, 0],
    [{ kind: 'target-range', rise: [0, 10], fall: [20, 30], inside: 90, below: 10, above: 20 }, 15, 90, 10],
    [
      {
        kind: 'percentile',
        direction: 'higher',
        knots: [
          [0, 0],
          [10, 1],
        ],
      },
      10,
      100,
      0,
    ],
    [{ kind: 'categories', points: { a: 20, b: 80 } }, 'b', 80, 20],
  ] as const)('%j', (text, value, before, after) => {
    const one = curve.parse(text);
    expect(pointsOf(one, value)).toBe(before);
    expect(pointsOf(flipCurve(one), value)).toBe(after);
    expect(flipCurve(flipCurve(one))).toEqual(one);
    expect(curve.safeParse(flipCurve(one)).error).toBeUndefined();
  });
});
