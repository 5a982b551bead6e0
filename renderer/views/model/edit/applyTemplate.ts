import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { namesIn } from '../../../../shared/expression/namesIn.ts';
import { parseFilter } from '../../../../shared/expression/parseFilter.ts';
import { freeIdentifier, identifierFrom } from '../../../../shared/model/identifier.ts';
import type { Metric } from '../../../../shared/model/metric.ts';
import { leavesOf, type Model, type Node } from '../../../../shared/model/model.ts';
import type { ColumnPlan, Source } from '../../../../shared/model/source.ts';
import type { Draft } from '../../../state/Draft.ts';
import { columnFits } from '../../../state/fittingColumn.ts';
import { columnsOf } from '../../../state/useSources.ts';
import { startingBands } from './bands.ts';
import { fittingKinds, startingCurve } from './startingCurve.ts';

export type Template = CallOutput<'list-templates'>['templates'][number];

/** What becomes of a template's metric: one the study has, a column of the accounts, its own definition taken over, or left out of the tree. */
export type Match =
  | { kind: 'use'; metric: string }
  | { kind: 'column'; source: string; column: string }
  | { kind: 'define' }
  | { kind: 'leave out' };

/** The template's metrics with what seems right for each: the study's metric of the same id or name; else its definition where its columns are there. */
export function matchTemplate(
  template: Template,
  metrics: readonly Metric[],
  sources: readonly Source[],
  accounts?: Source,
): Map<string, Match> {
  const own = new Map((template.document.metrics ?? []).map((metric) => [metric.id, metric]));
  const byName = new Map(metrics.map((metric) => [identifierFrom(metric.name), metric.id]));
  const known = new Set(metrics.map(({ id }) => id));
  return new Map(
    templateMetrics(template).map((id): [string, Match] => {
      const metric = own.get(id);
      const counterpart = known.has(id) ? id : byName.get(identifierFrom(metric?.name ?? id));
      if (counterpart !== undefined) return [id, { kind: 'use', metric: counterpart }];
      const named = [id, identifierFrom(metric?.name ?? id)];
      const column = columnsFor(metric, accounts).find(({ name }) => named.includes(identifierFrom(name)));
      if (accounts && column) return [id, { kind: 'column', source: accounts.id, column: column.name }];
      return [id, { kind: metric && canBeRead(metric, sources) ? 'define' : 'leave out' }];
    }),
  );
}

/** Columns of the account source that a template's metric could stand on. */
export function columnsFor(metric: Metric | undefined, accounts: Source | undefined): ColumnPlan[] {
  return metric ? columnsOf(accounts).filter((column) => columnFits(metric.valueType, column)) : [];
}

/** Whether every column that the metric reads is in the study. Formulas and denominators rest on other metrics, so they are not promised. */
function canBeRead({ value, per }: Metric, sources: readonly Source[]): boolean {
  if (per !== undefined || value.kind === 'formula') return false;
  if (value.kind === 'tenure') return true;
  const columns = new Set(sources.find(({ id }) => id === value.source)?.plan.columns.flatMap(({ name, keep }) => (keep ? [name] : [])));
  const read = [
    'column' in value ? value.column : undefined,
    'dateColumn' in value ? value.dateColumn : undefined,
    ...('where' in value && value.where ? namesIn(parseFilter(value.where)) : []),
    ...('matching' in value && value.matching ? namesIn(parseFilter(value.matching)) : []),
  ];
  return columns.size > 0 && read.every((name) => name === undefined || columns.has(name));
}

/** Ids of the metrics in the template's tree, each once. */
export function templateMetrics(template: Template): string[] {
  const model = template.document.models?.[0];
  return model ? [...new Set(leavesOf(model.dimensions).map((leaf) => leaf.metric))] : [];
}

/** The draft with the template's model copied in as the current model, and the definitions taken over. Left-out metrics leave their groups. */
export function applyTemplate(draft: Draft, template: Template, matches: ReadonlyMap<string, Match>): Draft {
  const model = template.document.models?.[0];
  if (!model) return draft;
  const fresh = (template.document.metrics ?? []).flatMap((metric) => {
    const match = matches.get(metric.id);
    if (draft.definition.metrics.some(({ id }) => id === metric.id)) return [];
    if (match?.kind === 'define') return [metric];
    if (match?.kind !== 'column') return [];
    return [{ ...metric, per: undefined, value: { kind: 'column' as const, source: match.source, column: match.column } }];
  });
  const id = freeIdentifier(
    model.id,
    draft.models.map((each) => each.id),
  );
  const metrics = new Map(draft.definition.metrics.map((metric) => [metric.id, metric]));
  const copy: Model = {
    ...model,
    id,
    template: template.id,
    dimensions: model.dimensions.flatMap((node) => matched(node, matches, metrics)),
  };
  return {
    ...draft,
    definition: { ...draft.definition, metrics: [...draft.definition.metrics, ...fresh] },
    models: [...draft.models, copy],
    currentModel: id,
  };
}

/** The draft with a model of its own making: usual bands, every number metric's curve still to be drawn. */
export function emptyModel(draft: Draft): Draft {
  const id = freeIdentifier(
    'model',
    draft.models.map((each) => each.id),
  );
  const model: Model = {
    id,
    name: draft.models.length === 0 ? 'Health' : `Health ${draft.models.length + 1}`,
    dimensions: [],
    ...startingBands,
    minimumCoverage: 0,
    segments: [],
    caps: [],
  };
  return { ...draft, models: [...draft.models, model], currentModel: id };
}

function matched(node: Node, matches: ReadonlyMap<string, Match>, metrics: ReadonlyMap<string, Metric>): Node[] {
  if (node.kind === 'group') {
    const children = node.children.flatMap((child) => matched(child, matches, metrics));
    return children.length === 0 ? [] : [{ ...node, children }];
  }
  const match = matches.get(node.metric);
  if (!match || match.kind === 'leave out') return [];
  if (match.kind === 'define' || match.kind === 'column') return [node];
  const metric = metrics.get(match.metric);
  if (!metric) return [];
  const kinds = fittingKinds(metric);
  const curve = kinds.includes(node.curve.kind) ? node.curve : startingCurve(kinds[0]!, metric, null);
  return [{ ...node, metric: metric.id, curve }];
}
