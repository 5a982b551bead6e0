import { create } from 'zustand';

/** The parts of the definition that are not about a single source. */
export const definitionParts = ['report', 'account', 'metrics', 'outcomes', 'population', 'as-of', 'given', 'interventions'] as const;
export type DefinitionPart = (typeof definitionParts)[number];

export type Selection = { kind: 'source'; id: string } | { kind: 'part'; part: DefinitionPart };

/** What is open on the Sources screen; null is the first source. */
export const useSelection = create<{ selection: Selection | null; select: (selection: Selection) => void }>()((set) => ({
  selection: null,
  select: (selection) => set({ selection }),
}));
