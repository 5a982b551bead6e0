import type { Control, Position } from '../../../../shared/contract/whatIfCalls.ts';
import type { Model, Node } from '../../../../shared/model/model.ts';
import { stopAt } from '../../../../shared/scoring/stopAt.ts';
import { weightsInMotion } from '../../../../shared/whatIf/weightsInMotion.ts';
import { edgeStep } from '../../../charts/edgeStep.ts';
import { moveCut } from '../../model/edit/bands.ts';
import { weightScale } from '../../model/edit/weightScale.ts';
import { nodeIn } from './control.ts';

/**
 * Where a control may come to next, the likeliest first.
 * @param from the draft when it was taken hold of
 * @param at where it is now
 * @param before where it was before that
 */
export type PositionsAhead = (from: Model, control: Control, at: Position, before: Position) => readonly Position[];

/** A movement goes on for so many steps like the last. */
const goingOn = 4;

/** Of weights and band edges: on as they moved last, then step by step to both sides. Of curves, which have too many positions: none. */
export const positionsAhead: PositionsAhead = (from, control, at, before) => {
  const node = nodeIn(from, control);
  if (node && control.kind === 'weight' && at.kind === 'weight' && before.kind === 'weight') {
    const { most } = weightsInMotion({ dimensions: [...node.siblings] }, control.node, control.rescaleSiblings);
    return weightsAhead(node.siblings, at.weight, before.weight, most ?? Number.POSITIVE_INFINITY);
  }
  if (at.kind === 'cuts' && before.kind === 'cuts') return cutsAhead(at.cuts, before.cuts);
  return [];
};

/** @param most where the weight stops although the slider goes on: siblings that follow have nothing left there */
function weightsAhead(siblings: readonly Node[], at: number, before: number, most: number): Position[] {
  const { max, step } = weightScale(siblings.map(({ weight }) => weight));
  // As the slider itself says it: 0.07, not seven times what comes nearest to 0.01.
  return track(at, before, step, max).map((weight) => ({ kind: 'weight', weight: stopAt(most, Number(weight.toPrecision(12))) }));
}

/** Of the edge that moved; where none has, of all of them in turn. */
function cutsAhead(at: readonly number[], before: readonly number[]): Position[] {
  const moved = at.findIndex((cut, edge) => cut !== before[edge]);
  const edges = moved < 0 ? [...at.keys()] : [moved];
  const tracks = edges.map((edge) => track(at[edge]!, before[edge]!, edgeStep, 100).map((to) => moveCut(at, edge, to)));
  const longest = Math.max(0, ...tracks.map(({ length }) => length));
  const ranks = Array.from({ length: longest }, (_, rank) => tracks.flatMap((cuts) => cuts.slice(rank, rank + 1)));
  return ranks.flat().map((cuts) => ({ kind: 'cuts', cuts }));
}

/** Where something may go that moves between 0 and `most` by steps. */
function track(at: number, before: number, step: number, most: number): number[] {
  const here = Math.round(at / step);
  const stride = here - Math.round(before / step);
  const forward = Math.sign(stride) || 1;
  const steps = Math.round(most / step);
  const on = stride === 0 ? [] : Array.from({ length: goingOn }, (_, index) => here + (index + 1) * stride);
  const around = Array.from({ length: steps }, (_, index) => [here + (index + 1) * forward, here - (index + 1) * forward]);
  return [...on, here, ...around.flat()].filter((count) => count >= 0 && count <= steps).map((count) => count * step);
}
