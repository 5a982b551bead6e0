import type { CallOutput } from '../../shared/contract/contract.ts';
import { numberText, textTable } from './textTable.ts';

/** One account's score, number first, then the sum that makes it. */
export function describeExplanation(explanation: CallOutput<'explain-account'>): string {
  const { account, name, asOf, score, band, coverage, low, high, bandCertain, segment, nodes, notes } = explanation;
  const range = low === null || high === null ? '' : `; between ${numberText(low)} and ${numberText(high)} if the missing were known`;
  return [
    `${score === null ? 'withheld' : numberText(score)}  ${band}${bandCertain ? '' : ' (not certain)'}  ${name ? `${name} (${account})` : account} on ${asOf}, segment ${segment.name}`,
    `coverage ${numberText(100 * coverage)} % of the weight${range}`,
    ...notes,
    textTable(
      ['part', 'effective weight %', 'raw value', 'points', 'adds', 'of at most', ''],
      nodes.map((node) => [
        `${'  '.repeat(node.depth)}${node.name}`,
        100 * node.effectiveWeight,
        node.metric ? rawText(node.metric.raw) : '',
        node.value,
        node.contribution,
        node.possible,
        node.metric && node.metric.state !== 'present' ? node.metric.state : '',
      ]),
    ),
  ].join('\n');
}

function rawText(raw: number | string | null): string {
  return typeof raw === 'number' ? numberText(raw) : (raw ?? 'missing');
}
