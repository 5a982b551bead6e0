import type { Mover } from '../../../shared/contract/mover.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { ScoredObservation } from '../../../shared/scoring/scoreObservation.ts';

/** A metric that counts before or after: its share of the score and its points. */
interface Part {
  leaf: string;
  metric: string;
  before: { share: number; value: number };
  after: { share: number; value: number };
}

/**
 * The metric that moved an account most in the direction of its score, and by how many points; null when one of the scores is withheld or
 * no metric moved it that way (only a cap did).
 *
 * A metric's part is the change of effective weight x (points - centre), where the centre is the mean of the points weighted by how much
 * each share changed. The shares sum to one before and after, so the parts add up to the change exactly as plain contributions do; but a low
 * metric that gains weight is then named itself, and not the high ones that lose theirs to it.
 */
export function becauseOf(before: ScoredObservation, after: ScoredObservation, nameOf: (metric: string) => string): Mover['because'] {
  if (before.score === null || after.score === null) return null;
  const direction = Math.sign(after.score - before.score);
  const parts = partsOf(before, after);
  const centre = centreOf(parts);
  const weighed = ({ share, value }: Part['before'], { rescale }: Model) =>
    share * (value - centre) * (rescale ? 100 / (rescale.to - rescale.from) : 1);
  let most: Mover['because'] = null;
  for (const part of parts) {
    const points = weighed(part.after, after.model) - weighed(part.before, before.model);
    // Equal parts differ in their last digits: the first in the tree stays.
    if (points * direction > Math.abs(most?.points ?? 0) + 1e-9) most = { leaf: part.leaf, name: nameOf(part.metric), points };
  }
  return most;
}

/** In the order of the tree; what counts on one side only has no share on the other, at the same points. */
function partsOf(before: ScoredObservation, after: ScoredObservation): Part[] {
  const [old, now] = [before, after].map(
    ({ nodes }) =>
      new Map(
        nodes.flatMap(({ node, value, effectiveWeight }) =>
          node.kind === 'metric' && value !== null && effectiveWeight > 0
            ? [[node.id, { metric: node.metric, share: effectiveWeight, value }] as const]
            : [],
        ),
      ),
  ) as [Map<string, Part['before'] & { metric: string }>, Map<string, Part['before'] & { metric: string }>];
  return [...new Set([...now.keys(), ...old.keys()])].map((leaf) => {
    const [was, is] = [old.get(leaf), now.get(leaf)];
    const { metric, value } = (is ?? was)!;
    const absent = { share: 0, value };
    return { leaf, metric, before: was ?? absent, after: is ?? absent };
  });
}

function centreOf(parts: readonly Part[]): number {
  let sum = 0;
  let weight = 0;
  for (const { before, after } of parts) {
    const moved = Math.abs(after.share - before.share);
    sum += (moved * (before.value + after.value)) / 2;
    weight += moved;
  }
  return weight === 0 ? 0 : sum / weight;
}
