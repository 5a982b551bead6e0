import { create } from 'zustand';
import type { Model } from '../../../shared/model/model.ts';
import { baseScope, type Scope } from './edit/scope.ts';

/** The parts of a model that are edited beside the tree. */
export type ModelSection = 'metric' | 'bands' | 'segments' | 'rules';

interface ModelState {
  section: ModelSection;
  show: (section: ModelSection) => void;
  /** Node whose card is open. */
  selected: string | null;
  select: (node: string | null) => void;
  /** Groups whose children are not shown. */
  folded: readonly string[];
  fold: (group: string) => void;
  scope: Scope;
  setScope: (scope: Scope) => void;
  /** Whether a changed weight rescales its unlocked siblings so that their sum stays. */
  rescaleSiblings: boolean;
  setRescaleSiblings: (on: boolean) => void;
  /** What each model is compared with, by study path and model id. */
  baselines: Readonly<Record<string, Model>>;
  setBaseline: (key: string, model: Model) => void;
}

/** What the analyst looks at on the Model screen, and what the draft is compared with. */
export const useModelScreen = create<ModelState>()((set) => ({
  section: 'metric',
  show: (section) => set({ section }),
  selected: null,
  select: (selected) => set({ selected, section: 'metric' }),
  folded: [],
  fold: (group) => set(({ folded }) => ({ folded: folded.includes(group) ? folded.filter((each) => each !== group) : [...folded, group] })),
  scope: baseScope,
  setScope: (scope) => set({ scope }),
  rescaleSiblings: true,
  setRescaleSiblings: (rescaleSiblings) => set({ rescaleSiblings }),
  baselines: {},
  setBaseline: (key, model) => set(({ baselines }) => ({ baselines: { ...baselines, [key]: model } })),
}));
