import type { Definition } from '../../../../shared/model/definition.ts';
import { freeIdentifier, identifierFrom } from '../../../../shared/model/identifier.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { editDefinition } from '../../../state/editDefinition.ts';
import { useStudy } from '../../../state/studyStore.ts';

type ListName = 'metrics' | 'outcomes' | 'population' | 'givenScores';
type Entity<Name extends ListName> = Definition[Name][number];

interface EntityEdits<Kind> {
  /** Adds one of that name, fresh or as a copy. The id comes from the name and then stays. @returns the id */
  add: (name: string, copyOf: Kind | null) => string;
  remove: (entity: Kind) => void;
  replace: (entity: Kind) => void;
}

/** What a fresh entity can rest on. */
export interface StudySeen {
  definition: Definition;
  sources: readonly Source[];
}

/** The edits of one list of the definition, each one undoable step. */
export function editEntities<Name extends ListName>(
  list: Name,
  noun: string,
  fresh: (study: StudySeen, name: string) => Omit<Entity<Name>, 'id'>,
): EntityEdits<Entity<Name>> {
  const change = (label: string, next: (entities: Entity<Name>[]) => Entity<Name>[]) =>
    editDefinition(label, (definition) => ({ ...definition, [list]: next(definition[list] as Entity<Name>[]) }));
  return {
    add: (name, copyOf) => {
      const id = freeIdentifier(
        identifierFrom(name),
        useStudy.getState().draft.definition[list].map((entity) => entity.id),
      );
      const { draft, open } = useStudy.getState();
      const added = {
        ...(copyOf ?? fresh({ definition: draft.definition, sources: open?.study.sources ?? [] }, name)),
        id,
        name,
      } as Entity<Name>;
      change(`new ${noun}`, (entities) => [...entities, added]);
      return id;
    },
    remove: ({ id, name }) => change(`removal of ${name}`, (entities) => entities.filter((entity) => entity.id !== id)),
    replace: (entity) => change(`${noun} ${entity.name}`, (entities) => entities.map((one) => (one.id === entity.id ? entity : one))),
  };
}
