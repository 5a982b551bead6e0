import type { Explanation, ExplanationNode } from '../../../shared/contract/scoringCalls.ts';
import type { Band } from '../../../shared/model/model.ts';
import { bandRange, bandRangeInWords } from '../../charts/bandRange.ts';
import { numberText, percentText, scoreText, valueText } from '../../charts/numberText.ts';

/** The band of an explanation with its place; null when the score is withheld. */
export interface NamedBand {
  band: Band;
  /** "60 ≤ score < 80". */
  range: string;
  /** "60 or more, below 80". */
  words: string;
}

/** The band an account lies in, with the edges that hold for its segment. */
export function bandOfExplanation(bandId: string, bands: readonly Band[], cuts: readonly number[]): NamedBand | null {
  const index = bands.findIndex((band) => band.id === bandId);
  const band = bands[index];
  return band ? { band, range: bandRange(cuts, index), words: bandRangeInWords(cuts, index) } : null;
}

/**
 * Says so when the displayed score reads like the next band's edge while the score is below it: 79.96 shows as "80.0"
 * and is not 80. Null when the display misleads nobody.
 */
export function roundingNote(score: number | null, band: NamedBand | null, upperEdge: number | undefined): string | null {
  if (score === null || !band || upperEdge === undefined || score >= upperEdge) return null;
  return Math.round(score * 10) / 10 >= upperEdge ? `Just below ${numberText(upperEdge, 2)}: shown rounded to ${scoreText(score)}.` : null;
}

/** Coverage, the range if the missing were known, and whether the band is certain. */
export function coverageSentence(one: Explanation, bandName: string): string {
  const known = `${percentText(one.coverage)} of the weight is known`;
  if (one.coverage > 1 - 1e-9) return 'Every metric that counts is known.';
  if (one.low === null || one.high === null) return `Only ${known}.`;
  const range = `if the missing were known the score would lie between ${scoreText(one.low)} and ${scoreText(one.high)}`;
  if (one.score === null) return `Only ${known}; ${range}.`;
  const certain = one.bandCertain ? `so ${bandName} is certain` : `so ${bandName} is not certain`;
  const outside = one.score < one.low - 1e-9 || one.score > one.high + 1e-9;
  return `${known}; ${range}, ${certain}.${outside ? ' The score itself lies outside that range, because missing metrics were shared out or stood in for.' : ''}`;
}

/** Where the account stands among its segment's scored accounts. */
export function rankSentence(one: Explanation): string | null {
  if (one.rankInSegment === null) return null;
  const among = one.segment.id === 'base' ? 'of the accounts without a segment' : `of ${one.segment.name}`;
  if (one.rankInSegment <= 0) return `No scored account ${among} is lower.`;
  return `Healthier than ${percentText(one.rankInSegment)} ${among}.`;
}

/** What the policy did with a missing metric, in a word or two; null when it was present. */
export function stateText(node: ExplanationNode): string | null {
  switch (node.metric?.state) {
    case 'redistributed':
      return 'shared out';
    case 'neutral':
      return `counted as ${numberText(node.metric.points ?? 0, 1)}`;
    case 'worst':
      return 'counted as worst';
    case 'withholds':
      return 'withholds the score';
    case 'observed-only':
      return 'observed';
    default:
      return null;
  }
}

/** The raw value as it is shown: the number with its unit where there is room, the word, or "missing". */
export function rawText(node: ExplanationNode): string {
  const raw = node.metric?.raw ?? null;
  if (raw === null) return 'missing';
  const unit = node.metric?.unit ?? '';
  if (typeof raw !== 'number') return raw;
  const full = valueText(raw, unit);
  return full.length <= 9 ? full : valueText(raw);
}

/** The metrics that cost the most points against their best, worst first. */
export function costliest(nodes: readonly ExplanationNode[], count: number): { name: string; lost: number }[] {
  return nodes
    .filter((node) => node.kind === 'metric' && node.contribution !== null)
    .map((node) => ({ name: node.name, lost: node.possible - (node.contribution ?? 0) }))
    .filter(({ lost }) => lost >= 0.05)
    .sort((one, other) => other.lost - one.lost)
    .slice(0, count);
}

/** The account's answer to "why?", for someone who reads one sentence. */
export function headline(one: Explanation, bandName: string): string {
  const name = one.name ?? one.account;
  if (one.score === null) return `${name} has no score: not enough is known.`;
  const reasons = costliest(one.nodes, 3).map(({ name: reason, lost }) => `${reason} (${scoreText(lost)} points below its best)`);
  if (reasons.length === 0) return `${name} earns every point there is.`;
  return `${name} is ${bandName} mostly because of ${listText(reasons)}.`;
}

/** "a, b and c". */
function listText(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
}

/** Which sources stand behind the metrics, with the newest row of each. */
export function sourcesSentence(one: Explanation): string {
  const newest = new Map<string, string | null>();
  for (const { metric } of one.nodes) {
    const name = metric?.sourceName;
    if (!name) continue;
    const before = newest.get(name) ?? null;
    const date = metric.freshness;
    newest.set(name, before === null || (date !== null && date > before) ? date : before);
  }
  if (newest.size === 0) return '';
  const parts = [...newest].map(([name, date]) => (date ? `${name} (newest row ${date})` : name));
  return `Behind it: ${listText(parts)}. Open a metric to see its source rows.`;
}

/** What the band asks of the team; empty when the model says nothing. */
export function playbookSentence({ name, playbook, owner, serviceLevel }: Band): string {
  const parts = [playbook, owner && `owner ${owner}`, serviceLevel].filter(Boolean);
  return parts.length === 0 ? '' : `What ${name} asks for: ${parts.join(' · ')}`;
}
