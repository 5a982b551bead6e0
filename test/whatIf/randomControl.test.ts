import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leavesOf, type Node } from '../../shared/model/model.ts';
import { type ScoredObservation, scoreObservation } from '../../shared/scoring/scoreObservation.ts';
import { segmentModel } from '../../shared/scoring/segmentModel.ts';
import { draftAt } from '../../shared/whatIf/draftAt.ts';
import { siblingsOf } from '../../shared/whatIf/siblingsOf.ts';
import { lookUpIn } from '../scoring/observationNames.ts';
import { randomObservation } from '../scoring/randomModel.ts';
import { movedDraft } from './randomControl.ts';

/** What the properties of kernel and SQL have to come upon, each as a change of some observation's score or of whether it has one. */
const situations = [
  'a metric, its siblings fixed',
  'a metric, its siblings following',
  'a group, its siblings fixed',
  'a group, its siblings following',
  'a dimension, its siblings fixed',
  'a dimension, its siblings following',
  'beside a lock',
  'to weight 0',
  'to where the siblings reach 0',
  'of a segment alone',
  'of the base, where a segment has its own',
  'a curve',
  'a curve of a segment alone',
  'a curve of the base, where a segment has its own',
  'to neutral',
  'to worst',
  'to no score',
  'to redistribute',
  'band edges',
  'among siblings that are all known',
  'among siblings that are all missing',
  'over the minimum coverage',
  'under a cap',
  'rescaled',
] as const;

it('the random edits contain every situation, with an effect on a score', { timeout: 60_000 }, () => {
  const found = new Map<string, number>(situations.map((situation) => [situation, 0]));
  const cases = fc.sample(movedDraft, { numRuns: 700, seed: 20261129 });
  const rows = fc.sample(randomObservation, { numRuns: 12, seed: 20261129 });
  for (const { draft, control, position } of cases) {
    const after = draftAt(draft, control, position);
    const met = new Set<(typeof situations)[number]>();
    for (const row of rows) {
      const [was, is] = [scoreObservation(draft, lookUpIn(row)), scoreObservation(after, lookUpIn(row))];
      if (was.score === is.score && was.band === is.band) continue;
      if ((was.withheld === 'coverage') !== (is.withheld === 'coverage')) met.add('over the minimum coverage');
      if (is.caps.length > 0) met.add('under a cap');
      if (draft.rescale) met.add('rescaled');
      const own = draft.segments.find(({ id }) => id === control.segment) ?? null;
      if (control.kind === 'cuts') met.add('band edges');
      if (control.kind === 'leaf' && position.kind === 'leaf') {
        if (position.curve) met.add(own ? 'a curve of a segment alone' : 'a curve');
        const overrides = draft.segments.some(({ curves }) => curves[control.leaf] !== undefined);
        if (position.curve && own === null && overrides) met.add('a curve of the base, where a segment has its own');
        const policy = position.missing?.policy;
        if (policy && !position.curve) met.add(policy === 'no-score' ? 'to no score' : `to ${policy}`);
      }
      if (control.kind === 'weight' && position.kind === 'weight') {
        const siblings = siblingsOf(segmentModel(draft, own), control.node);
        const node = siblings.find(({ id }) => id === control.node)!;
        const isDimension = draft.dimensions.some(({ id }) => id === control.node);
        const what = node.kind === 'metric' ? 'a metric' : isDimension ? 'a dimension' : 'a group';
        met.add(`${what}, its siblings ${control.rescaleSiblings ? 'following' : 'fixed'}`);
        if (control.rescaleSiblings && siblings.some((one) => one !== node && one.locked && one.weight > 0)) met.add('beside a lock');
        if (position.weight === 0) met.add('to weight 0');
        const others = siblings.filter((one) => one !== node && !one.locked).reduce((sum, one) => sum + one.weight, 0);
        if (control.rescaleSiblings && position.weight >= others + node.weight) met.add('to where the siblings reach 0');
        if (own) met.add('of a segment alone');
        else if (draft.segments.some(({ weights }) => weights[control.node] !== undefined))
          met.add('of the base, where a segment has its own');
        const beside = siblings.filter((one) => one !== node).flatMap((one) => knownBelow(one, was));
        if (beside.length > 0 && beside.every((known) => known)) met.add('among siblings that are all known');
        if (beside.length > 0 && beside.every((known) => !known)) met.add('among siblings that are all missing');
      }
    }
    for (const situation of met) found.set(situation, found.get(situation)! + 1);
  }
  expect([...found].filter(([, times]) => times < 5)).toEqual([]);
});

/** Of each metric at or below a node, whether an observation has points. */
function knownBelow(node: Node, { nodes }: ScoredObservation): boolean[] {
  return leavesOf([node]).map(({ id }) => nodes.find((one) => one.node.id === id)!.state === 'present');
}
