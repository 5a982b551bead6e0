import { type Definition, emptyDefinition } from '../../shared/model/definition.ts';
import type { Model } from '../../shared/model/model.ts';
import type { Baseline, Scenario } from '../../shared/model/study.ts';

/** What the analyst edits: the part of the study that undo, redo and autosave cover. */
export interface Draft {
  name: string;
  definition: Definition;
  models: Model[];
  currentModel: string | null;
  scenarios: Scenario[];
  baseline: Baseline | null;
}

/** The draft while no study is open. */
export const emptyDraft: Draft = { name: '', definition: emptyDefinition, models: [], currentModel: null, scenarios: [], baseline: null };
