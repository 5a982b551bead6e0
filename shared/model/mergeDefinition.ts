import type { Definition } from './definition.ts';
import type { DefinitionDocument, Study } from './study.ts';

type Definable = Pick<Study, 'definition' | 'models' | 'currentModel'>;

/**
 * Applies a definition document: entities with a known id are replaced in place, new ones appended. With `replace`, lists the document
 * carries become exactly what it says; parts it does not carry stay.
 */
export function mergeDefinition(into: Definable, document: DefinitionDocument, replace = false): Definable {
  const { models, currentModel, ...parts } = document;
  const merge = <Entity>(old: readonly Entity[], named: readonly Entity[] | undefined, key: (entity: Entity) => string): Entity[] => {
    if (!named) return [...old];
    if (replace) return [...named];
    const byKey = new Map(named.map((entity) => [key(entity), entity]));
    const kept = old.map((entity) => byKey.get(key(entity)) ?? entity);
    const known = new Set(old.map(key));
    return [...kept, ...named.filter((entity) => !known.has(key(entity)))];
  };
  const byId = (entity: { id: string }) => entity.id;
  const old = into.definition;
  const definition: Definition = {
    ...old,
    ...(parts.account ? { account: parts.account } : {}),
    ...(parts.asOf ? { asOf: parts.asOf } : {}),
    ...(parts.interventions ? { interventions: parts.interventions } : {}),
    readings: merge(old.readings, parts.readings, (reading) => reading.source),
    population: merge(old.population, parts.population, byId),
    metrics: merge(old.metrics, parts.metrics, byId),
    outcomes: merge(old.outcomes, parts.outcomes, byId),
    givenScores: merge(old.givenScores, parts.givenScores, byId),
  };
  const merged = merge(into.models, models, byId);
  return { definition, models: merged, currentModel: currentModel ?? into.currentModel ?? merged[0]?.id ?? null };
}
