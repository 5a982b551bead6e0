import type { ScoredNode } from '../../../shared/scoring/rollUp.ts';
import type { ScoredObservation } from '../../../shared/scoring/scoreObservation.ts';

/** What an analyst has to know beside the sum: why there is no score, and which steps follow the sum. */
export function scoreNotes(result: ScoredObservation, nameOf: (metric: string) => string): string[] {
  return [...withheldNotes(result, nameOf), ...rescaleNotes(result), ...capNotes(result)];
}

function withheldNotes({ withheld, nodes, coverage, model }: ScoredObservation, nameOf: (metric: string) => string): string[] {
  switch (withheld) {
    case null:
      return [];
    case 'no-weights':
      return ['No score: no metric of the model has a weight above 0.'];
    case 'nothing-known':
      return ['No score: none of the weighted metrics is known for this account.'];
    case 'coverage':
      return [`No score: ${percent(coverage)} of the weight is known, and the model asks for at least ${percent(model.minimumCoverage)}.`];
    case 'metric-missing': {
      const names = nodes.filter(({ state }) => state === 'withholds').map((scored) => metricName(scored, nameOf));
      return [`No score: ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} missing, and the model gives no score without.`];
    }
  }
}

function rescaleNotes({ model: { rescale }, rolledUp, score }: ScoredObservation): string[] {
  if (!rescale || rolledUp === null || score === null) return [];
  return [`The sum ${rolledUp.toFixed(1)} is stretched from ${rescale.from.toFixed(1)}-${rescale.to.toFixed(1)} to 0-100.`];
}

function capNotes({ caps, model, score }: ScoredObservation): string[] {
  if (score === null) return [];
  return caps.map(({ name, where, score: highest, band }) => {
    const limits = [
      ...(highest === undefined ? [] : [`the score is at most ${highest}`]),
      ...(band === undefined ? [] : [`the band is at most ${model.bands.find(({ id }) => id === band)?.name}`]),
    ];
    return `${name}: ${limits.join(' and ')}, because ${where}.`;
  });
}

function metricName({ node }: ScoredNode, nameOf: (metric: string) => string): string {
  return node.kind === 'metric' ? nameOf(node.metric) : node.name;
}

/** Rounded down, so that a share below a limit never reads like the limit. */
const percent = (share: number) => `${Math.floor(share * 1000 + 1e-6) / 10} %`;
