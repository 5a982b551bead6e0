import type { Gate } from '../contract/evidenceBasis.ts';
import type { SuggestedWeight } from '../contract/suggestedWeights.ts';
import { leavesOf, type Node } from '../model/model.ts';
import { auc } from '../stats/auc.ts';
import type { Warning } from '../stats/warning.ts';
import type { AnchoredFit } from './fitAnchored.ts';
import type { WeightsAsked } from './suggestWeights.ts';
import { tunedOutOfFold } from './tunedOutOfFold.ts';

/** What stands beside a whole suggestion. */
export interface SuggestionFacts {
  asked: WeightsAsked;
  gate: Gate;
  eventsPerWeight: number;
  whole: AnchoredFit;
  /** Whether the fits on the training sides of all folds came to a minimum. */
  foldsConverged: boolean;
  weights: readonly SuggestedWeight[];
  /** The rows fitted to, scored with the suggestion. */
  scores: Float64Array;
}

const fewEventsPerWeight = 10;

/** Every doubt that concerns the suggestion as a whole. */
export function suggestionWarnings({ asked, gate, eventsPerWeight, whole, foldsConverged, weights, scores }: SuggestionFacts): Warning[] {
  const { rows, clocks, model, drawn } = asked;
  const reach = auc(scores, rows.outcomes);
  const raised = new Set(weights.filter(({ suggested, current }) => suggested > current).map(({ node }) => node));
  const doubts: [Warning, boolean][] = [
    ['NOT_CONVERGED', !whole.fitted.converged || !foldsConverged],
    ['NO_SIGNAL', whole.fitted.shares === null],
    ['PERFECT_SEPARATION', reach === 0],
    ['UNDER_50_EVENTS', gate.events < 50],
    ['FEW_EVENTS_PER_WEIGHT', eventsPerWeight < fewEventsPerWeight],
    ['CLUSTERED', gate.accountsWith + gate.accountsWithout < rows.outcomes.length],
    ['CLOCK_COLUMN', clocksBelow(model.dimensions, raised, clocks)],
  ];
  return [...tunedOutOfFold(model, drawn), ...doubts.filter(([, holds]) => holds).map(([warning]) => warning)];
}

/** Whether a weight that was raised has a clock in it. */
function clocksBelow(nodes: readonly Node[], raised: ReadonlySet<string>, clocks: ReadonlySet<string>): boolean {
  return nodes.some((node) =>
    raised.has(node.id)
      ? leavesOf([node]).some(({ id }) => clocks.has(id))
      : node.kind === 'group' && clocksBelow(node.children, raised, clocks),
  );
}
