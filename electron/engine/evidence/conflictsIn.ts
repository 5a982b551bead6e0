import type { Metric } from '../../../shared/model/metric.ts';
import type { ScoredNode } from '../../../shared/scoring/rollUp.ts';
import type { ScoredObservation } from '../../../shared/scoring/scoreObservation.ts';
import { healthyFrom, unhealthyTo } from './saidByMetrics.ts';

/** Sentences an account gets at most. */
const mostConflicts = 3;

/** A part of the score with its place in the list of all, and where the parts below it end there. */
interface Part {
  scored: ScoredNode;
  value: number;
  place: number;
  end: number;
}

/**
 * Sentences on parts of the score that contradict each other: "Usage is healthy (92) while Sentiment is not (14)." Any two groups or metrics
 * of which neither holds the other, the highest against the lowest, then those that are left; what is missing says nothing.
 */
export function conflictsIn({ nodes }: Pick<ScoredObservation, 'nodes'>, metrics: readonly Metric[]): string[] {
  const parts = nodes.flatMap((scored, place): Part[] => {
    const { value, effectiveWeight, depth } = scored;
    const next = nodes.findIndex((other, index) => index > place && other.depth <= depth);
    const end = next < 0 ? nodes.length : next;
    const isKnown = nodes.slice(place, end).some(({ state }) => state === 'present');
    return value === null || effectiveWeight === 0 || !isKnown ? [] : [{ scored, value, place, end }];
  });
  const falling = parts.filter(({ value }) => value >= healthyFrom || value <= unhealthyTo).sort((one, other) => other.value - one.value);
  const nameOf = ({ scored: { node } }: Part) =>
    node.kind === 'group' ? node.name : (metrics.find(({ id }) => id === node.metric)?.name ?? node.metric);
  const told: Part[] = [];
  const sentences: string[] = [];
  while (sentences.length < mostConflicts) {
    const left = falling.filter((part) => !told.some((other) => holds(part, other) || holds(other, part)));
    const [healthy, unhealthy] = [left[0], left.findLast((part) => left[0] && !holds(left[0], part) && !holds(part, left[0]))];
    if (!healthy || !unhealthy || healthy.value < healthyFrom || unhealthy.value > unhealthyTo) break;
    told.push(healthy, unhealthy);
    sentences.push(
      `${nameOf(healthy)} is healthy (${Math.round(healthy.value)}) while ${nameOf(unhealthy)} is not (${Math.round(unhealthy.value)}).`,
    );
  }
  return sentences;
}

/** Whether the second part is the first one, or below it. */
const holds = (one: Part, other: Part) => other.place >= one.place && other.place < one.end;
