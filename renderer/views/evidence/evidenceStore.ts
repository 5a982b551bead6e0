import { create } from 'zustand';
import type { EvidencePart } from '../../../shared/contract/evidenceBasis.ts';
import type { Scorer } from '../../../shared/contract/scorer.ts';
import type { EvidenceTab } from './evidenceTabs.ts';

interface EvidenceState {
  tab: EvidenceTab;
  show: (tab: EvidenceTab) => void;
  /** Null: the study's first. */
  outcome: string | null;
  setOutcome: (outcome: string) => void;
  /** Null: every observation. A segment's id, or `base`. */
  segment: string | null;
  setSegment: (segment: string | null) => void;
  /** Undefined: with or without an intervention. */
  treated: EvidencePart['treated'];
  setTreated: (treated: EvidencePart['treated']) => void;
  /** The score that the draft is held against: as the study's baseline, none, or one that was chosen here. */
  beside: 'baseline' | 'nothing' | Scorer;
  setBeside: (beside: EvidenceState['beside']) => void;
  /** Metric whose bins are open. */
  metric: string | null;
  openMetric: (metric: string | null) => void;
  /** How often the confirmation set was opened from this window: what is told of it is asked again. */
  openings: number;
  countOpening: () => void;
}

/** What the analyst looks at on the Evidence screen; kept while other screens are visited. */
export const useEvidence = create<EvidenceState>()((set) => ({
  tab: 'metrics',
  show: (tab) => set({ tab }),
  outcome: null,
  setOutcome: (outcome) => set({ outcome }),
  segment: null,
  setSegment: (segment) => set({ segment }),
  treated: undefined,
  setTreated: (treated) => set({ treated }),
  beside: 'baseline',
  setBeside: (beside) => set({ beside }),
  metric: null,
  openMetric: (metric) => set({ metric }),
  openings: 0,
  countOpening: () => set(({ openings }) => ({ openings: openings + 1 })),
}));
