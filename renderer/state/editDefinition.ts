import type { Definition } from '../../shared/model/definition.ts';
import { useStudy } from './studyStore.ts';

/** One undoable step in the definition. The label reads after "Undo". */
export function editDefinition(label: string, change: (definition: Definition) => Definition): void {
  useStudy.getState().edit(label, (draft) => {
    const definition = change(draft.definition);
    return definition === draft.definition ? draft : { ...draft, definition };
  });
}
