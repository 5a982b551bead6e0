import { countCells } from './countCells.ts';
import { mergeThinCells, type OutcomeCells } from './mergeThinCells.ts';
import { quantileEdges, referenceEdges } from './referenceEdges.ts';
import type { OutcomeSplit } from './splitByOutcome.ts';

/** Events and non-events of a split sample in the cells between some edges, each holding its lower edge, [a, b). */
export function cellsBetween({ events, nonEvents }: OutcomeSplit, edges: readonly number[]): OutcomeCells {
  return { edges: [...edges], events: countCells(events, edges, 'left'), nonEvents: countCells(nonEvents, edges, 'left') };
}

/** Cells to show: tenths of all values, [a, b), the thin ones joined to their neighbours. */
export function shownCells(split: OutcomeSplit, ascending = pooled(split)): OutcomeCells {
  return mergeThinCells(cellsBetween(split, quantileEdges(ascending)));
}

/** Cells of published references: tenths of all values, (a, b], none joined. */
export function publishedCells(split: OutcomeSplit, ascending = pooled(split)): OutcomeCells {
  const edges = referenceEdges(ascending);
  return { edges, events: countCells(split.events, edges, 'right'), nonEvents: countCells(split.nonEvents, edges, 'right') };
}

/** All present values, ascending. */
export function pooled({ events, nonEvents }: OutcomeSplit): Float64Array {
  const all = new Float64Array(events.length + nonEvents.length);
  all.set(events);
  all.set(nonEvents, events.length);
  return all.sort();
}
