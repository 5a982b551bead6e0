import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { freeIdentifier, identifierFrom } from '../../../../shared/model/identifier.ts';
import type { Metric } from '../../../../shared/model/metric.ts';
import { leavesOf, type Model, type Node } from '../../../../shared/model/model.ts';
import type { Draft } from '../../../state/Draft.ts';
import { startingBands } from './bands.ts';

export type Template = CallOutput<'list-templates'>['templates'][number];

/** What becomes of a template's metric: one the study has, its own definition taken over, or left out of the tree. */
export type Match = { kind: 'use'; metric: string } | { kind: 'define' } | { kind: 'leave out' };

/** The template's metrics with what seems right for each: the study's metric of the same id or name; else its definition where its sources are there. */
export function matchTemplate(template: Template, metrics: readonly Metric[], sources: readonly string[]): Map<string, Match> {
  const own = new Map((template.document.metrics ?? []).map((metric) => [metric.id, metric]));
  const plain = (text: string) => identifierFrom(text);
  const byName = new Map(metrics.map((metric) => [plain(metric.name), metric.id]));
  const known = new Set(metrics.map(({ id }) => id));
  const isThere = (metric: Metric | undefined): boolean => {
    if (!metric || metric.value.kind === 'formula') return false;
    return metric.value.kind === 'tenure' || sources.includes(metric.value.source);
  };
  return new Map(
    templateMetrics(template).map((id): [string, Match] => {
      if (known.has(id)) return [id, { kind: 'use', metric: id }];
      const named = byName.get(plain(own.get(id)?.name ?? id));
      if (named) return [id, { kind: 'use', metric: named }];
      return [id, isThere(own.get(id)) ? { kind: 'define' } : { kind: 'leave out' }];
    }),
  );
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
  const fresh = (template.document.metrics ?? []).filter(
    (metric) => matches.get(metric.id)?.kind === 'define' && !draft.definition.metrics.some(({ id }) => id === metric.id),
  );
  const id = freeIdentifier(
    model.id,
    draft.models.map((each) => each.id),
  );
  const copy: Model = { ...model, id, template: template.id, dimensions: model.dimensions.flatMap((node) => matched(node, matches)) };
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

function matched(node: Node, matches: ReadonlyMap<string, Match>): Node[] {
  if (node.kind === 'group') {
    const children = node.children.flatMap((child) => matched(child, matches));
    return children.length === 0 ? [] : [{ ...node, children }];
  }
  const match = matches.get(node.metric);
  if (!match || match.kind === 'leave out') return [];
  return [match.kind === 'use' ? { ...node, metric: match.metric } : node];
}
