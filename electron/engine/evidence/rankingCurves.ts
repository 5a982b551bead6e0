import { splitByOutcome } from '../../../shared/stats/splitByOutcome.ts';
import { walkTies } from '../../../shared/stats/walkTies.ts';
import type { JudgedScores } from './JudgedScores.ts';

type Point = [number, number];
const mostPoints = 200;

/**
 * The ROC curve (share of the others reached, share of the events reached) and the cumulative gains (share of all reached, share of the events),
 * counting from the lowest scores; events are the bad side of the outcome, blocks of equal scores are one step. Thinned to 200 points; none for a single class.
 */
export function rankingCurves({ scores, bad }: Pick<JudgedScores, 'scores' | 'bad'>): { roc: Point[]; gains: Point[] } {
  const { events, nonEvents } = splitByOutcome(scores, bad);
  const [m, n] = [events.length, nonEvents.length];
  if (m === 0 || n === 0) return { roc: [], gains: [] };
  const reached: Point[] = [];
  walkTies(events, nonEvents, (_, __, ___, eventsBelow, othersBelow) => reached.push([eventsBelow, othersBelow]));
  reached.push([m, n]);
  return {
    roc: thinned(reached.map(([hit, others]): Point => [others / n, hit / m])),
    gains: thinned(reached.map(([hit, others]): Point => [(hit + others) / (m + n), hit / m])),
  };
}

/** Every point that is needed to step evenly along the curve; the first and the last always. */
function thinned(points: readonly Point[]): Point[] {
  if (points.length <= mostPoints) return [...points];
  const step = 2 / (mostPoints - 2);
  const kept: Point[] = [points[0]!];
  for (const point of points.slice(1, -1)) {
    const [x, y] = kept.at(-1)!;
    if (point[0] - x + (point[1] - y) >= step) kept.push(point);
  }
  return [...kept, points.at(-1)!];
}
