import { reachBandInParts, type Way } from '../../../shared/comparison/reachBand.ts';
import { ruleTests } from '../../../shared/comparison/ruleTests.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { NamedValue } from '../../../shared/expression/expression.ts';
import { namesIn } from '../../../shared/expression/namesIn.ts';
import { Failure } from '../../../shared/failure.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { leavesOf } from '../../../shared/model/model.ts';
import { withheldBand } from '../../../shared/scoring/bandOf.ts';
import type { ScoredNode } from '../../../shared/scoring/rollUp.ts';
import { type ScoredObservation, scoreObservation } from '../../../shared/scoring/scoreObservation.ts';
import type { CallContext } from '../CallContext.ts';
import { pausing } from '../pausing.ts';
import type { Book } from '../scoring/Book.ts';
import { observationValues } from '../scoring/observationColumns.ts';
import { observationRow } from '../scoring/observationRow.ts';
import { scoreNotes } from '../scoring/scoreNotes.ts';
import { takeStep } from '../takeStep.ts';
import { observedRanges } from './observedRanges.ts';

type Ways = CallOutput<'reach-band'>;

/** How one account could reach a band, by arithmetic alone. @throws Failure `band-unknown`, `account-unknown`, `cancelled` */
export async function listWays(
  book: Book,
  { account, band, limit }: { account: string; band: string; limit: number },
  context: Pick<CallContext, 'signal' | 'onProgress'>,
): Promise<Ways> {
  const { model, observations } = book;
  const target = model.bands.findIndex(({ id }) => id === band);
  if (target < 0) throw new Failure('band-unknown', { model: model.name, band, known: model.bands.map(({ id }) => id).join(', ') });
  const lookUp = observationValues(observations, await observationRow(book, account));
  const current = scoreObservation(model, lookUp);
  const ranges = await observedRanges(book, [
    ...leavesOf(model.dimensions).map(({ metric }) => metric),
    ...ruleTests(model).flatMap((test) => [...namesIn(test)]),
  ]);
  const ways = await pausing(reachBandInParts(model, lookUp, ranges, target, limit), () => takeStep(context, null, 'Trying changes'));
  const metrics = new Map(observations.definition.metrics.map((metric) => [metric.id, metric]));
  const edge = current.model.cuts[target - 1] ?? 0;
  const needed = current.score === null ? null : Math.max(0, edge - current.score);
  return {
    score: current.score,
    band: current.band === null ? withheldBand : model.bands[current.band]!.id,
    needed,
    ways: ways.map((way) => describeWay(way, current, lookUp, metrics)),
    sentence: sentenceOf(current, { target, needed, ways: ways.length }, (metric) => metrics.get(metric)?.name ?? metric),
  };
}

function describeWay(
  { changes, after, effort }: Way,
  before: ScoredObservation,
  lookUp: (name: string) => NamedValue,
  metrics: ReadonlyMap<string, Metric>,
): Ways['ways'][number] {
  return {
    changes: [...changes].map(([metric, to]) => {
      const [old, now] = [leavesFor(before, metric), leavesFor(after, metric)];
      const added = (leaves: ScoredNode[]) => leaves.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0);
      const [heaviest] = [...now].sort((one, other) => other.effectiveWeight - one.effectiveWeight);
      const { name, unit } = metrics.get(metric)!;
      const from = lookUp(metric);
      return {
        ...{ leaf: heaviest?.node.id ?? null, metric, name, unit: unit ?? null },
        ...{ from: typeof from === 'boolean' ? String(from) : from, to, points: added(now) - added(old) },
      };
    }),
    score: after.score!,
    effort,
  };
}

function leavesFor({ nodes }: ScoredObservation, metric: string): ScoredNode[] {
  return nodes.filter(({ node }) => node.kind === 'metric' && node.metric === metric);
}

function sentenceOf(
  current: ScoredObservation,
  { target, needed, ways }: { target: number; needed: number | null; ways: number },
  nameOf: (metric: string) => string,
): string {
  const { model, band } = current;
  const wanted = model.bands[target]!.name;
  if (band === null || needed === null) return `${scoreNotes(current, nameOf)[0]} What is missing has to become known first.`;
  if (band === target) return `The account is ${wanted} already.`;
  if (band > target) return `The account is ${model.bands[band]!.name}, above ${wanted}; only ways up are worked out.`;
  const held = needed === 0 ? `A rule holds the account below ${wanted}. ` : '';
  if (ways === 0) return `${held}No change of up to three metrics within the values observed in this book reaches ${wanted}.`;
  return `${held}These changes, within the values observed in this book, reach ${wanted} by arithmetic on the score: that is no evidence that changing the metric changes the outcome.`;
}
