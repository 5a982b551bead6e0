import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Control, Position } from '../../shared/contract/whatIfCalls.ts';
import { leavesOf, type Model } from '../../shared/model/model.ts';
import { bandTolerance } from '../../shared/scoring/bandOf.ts';
import { type ScoredObservation, scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { arrange } from '../../shared/whatIf/Arrangement.ts';
import { draftAt } from '../../shared/whatIf/draftAt.ts';
import { holdControl } from '../../shared/whatIf/holdControl.ts';
import { lookUpIn } from '../scoring/observationNames.ts';
import { type RandomObservation, randomObservation } from '../scoring/randomModel.ts';
import { columnsOf, valuesOf } from './columnsOf.ts';
import { movedDraft } from './randomControl.ts';
import { type KernelScore, scoresInHand } from './scoresInHand.ts';

/** 32-bit points against 64-bit ones. */
const closeEnough = 1e-4;

/** Score and band that the kernel gives each observation with the control at a position. */
function kernelScores(draft: Model, rows: readonly RandomObservation[], control: Control, position: Position): KernelScore[] {
  const columns = columnsOf(draft, rows);
  const arrangement = arrange(draft, columns, { group: new Uint16Array(rows.length), groups: 1 });
  const leaf = leavesOf(draft.dimensions).find(({ id }) => control.kind === 'leaf' && id === control.leaf);
  const held = holdControl(draft, control, columns.points, arrangement, leaf ? valuesOf(leaf.metric, rows) : null);
  return scoresInHand(arrangement, held.at(position));
}

function expectSame(found: KernelScore, expected: ScoredObservation): void {
  if (expected.score === null || found.score === null) {
    expect(found.score).toBe(expected.score);
    return;
  }
  expect(Math.abs(found.score - expected.score), `${found.score} is not ${expected.score}`).toBeLessThan(closeEnough);
  const atEdge = expected.model.cuts.some((cut) => Math.abs(expected.score! - (cut - bandTolerance)) < closeEnough);
  if (!atEdge) expect(found.band).toBe(expected.band);
}

const observations = fc.array(randomObservation, { minLength: 1, maxLength: 12 });

describe('the kernel gives what the reference scorer gives', () => {
  it('for random models, observations, controls and positions', () => {
    fc.assert(
      fc.property(movedDraft, observations, ({ draft, control, position }, rows) => {
        const kernel = kernelScores(draft, rows, control, position);
        const model = draftAt(draft, control, position);
        for (const [index, row] of rows.entries()) expectSame(kernel[index]!, scoreObservation(model, lookUpIn(row)));
      }),
      { numRuns: 400 },
    );
  });
});
