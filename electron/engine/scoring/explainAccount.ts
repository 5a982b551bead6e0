import type { Explanation, ExplanationNode } from '../../../shared/contract/scoringCalls.ts';
import { describeMetric } from '../../../shared/model/describeMetric.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import type { Source } from '../../../shared/model/source.ts';
import { baseSegment, baseSegmentName, withheldBand } from '../../../shared/scoring/bandOf.ts';
import type { ScoredNode } from '../../../shared/scoring/rollUp.ts';
import { scoreObservation } from '../../../shared/scoring/scoreObservation.ts';
import type { Book } from './Book.ts';
import { cellOf } from './cellOf.ts';
import { observationValues } from './observationColumns.ts';
import { observationRow } from './observationRow.ts';
import { scoreNotes } from './scoreNotes.ts';

/** What an explanation says of metrics beside their points: where they come from, and how new they are. */
export interface Provenance {
  sources: readonly Pick<Source, 'id' | 'name'>[];
  /** Date of the newest row behind each metric of the account. */
  freshness(metrics: readonly Metric[], account: string, asOf: string): Promise<ReadonlyMap<string, string | null>>;
}

/** Why one account scores as it does, to the exact sum. @throws Failure `account-unknown` */
export async function explainAccount(book: Book, account: string, provenance: Provenance): Promise<Explanation> {
  const { observations, asOf } = book;
  const row = await observationRow(book, account);
  const result = scoreObservation(book.model, observationValues(observations, row));
  const metrics = new Map(observations.definition.metrics.map((metric) => [metric.id, metric]));
  const used = result.nodes.flatMap(({ node }) => (node.kind === 'metric' ? [metrics.get(node.metric)!] : []));
  const freshness = await provenance.freshness(used, account, asOf);
  return {
    account,
    name: textOf(row.account_name),
    asOf,
    segment: {
      id: result.segment?.id ?? baseSegment,
      name: result.segment?.name ?? baseSegmentName(book.model),
    },
    owner: textOf(row.owner),
    revenue: typeof row.revenue === 'number' ? row.revenue : null,
    renewal: textOf(row.renewal_date),
    attributes: Object.fromEntries(observations.attributes.map(({ column }) => [column, cellOf(row[`account.${column}`])])),
    score: result.score,
    rolledUp: result.rolledUp,
    band: result.band === null ? withheldBand : result.model.bands[result.band]!.id,
    coverage: result.coverage,
    low: result.low,
    high: result.high,
    bandCertain: result.bandCertain,
    notes: scoreNotes(result, (metric) => metrics.get(metric)!.name),
    rankInSegment: await rankOf(book, account),
    nodes: result.nodes.map((node) => explained(node, metrics, provenance.sources, freshness)),
  };
}

/** Share of the segment's scored accounts with a lower score. */
async function rankOf({ database, scored, options }: Book, account: string): Promise<number | null> {
  const [rank] = await database.rows<{ share: number | null }>(
    {
      text: `select avg(cast(other.score < own.score - 1e-9 as double)) as share
        from ${scored} own join ${scored} other on other.segment = own.segment and other.score is not null
        where own.account_id = $1 and own.score is not null`,
      values: [account],
    },
    options,
  );
  return rank?.share ?? null;
}

function explained(
  scored: ScoredNode,
  metrics: ReadonlyMap<string, Metric>,
  sources: Provenance['sources'],
  freshness: ReadonlyMap<string, string | null>,
): ExplanationNode {
  const { node, depth, share, effectiveWeight, value, contribution, possible } = scored;
  const place = { id: node.id, kind: node.kind, depth, share, effectiveWeight, value, contribution, possible };
  if (node.kind === 'group') return { ...place, name: node.name, metric: null };
  const metric = metrics.get(node.metric)!;
  const source = 'source' in metric.value ? metric.value.source : null;
  return {
    ...place,
    name: metric.name,
    metric: {
      metric: metric.id,
      unit: metric.unit ?? null,
      raw: typeof scored.raw === 'boolean' ? String(scored.raw) : scored.raw,
      points: value,
      state: scored.state!,
      curve: node.curve,
      source,
      sourceName: sources.find(({ id }) => id === source)?.name ?? null,
      freshness: freshness.get(metric.id) ?? null,
      sentence: metric.description ?? describeMetric(metric),
    },
  };
}

const textOf = (value: unknown) => {
  const cell = cellOf(value);
  return cell === null ? null : String(cell);
};
