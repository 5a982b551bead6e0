/** The parts of the Evidence screen, in the order they are read. */
export const evidenceTabs = [
  { name: 'metrics', label: 'Metrics' },
  { name: 'score', label: 'Score' },
  { name: 'wrong', label: 'Who was wrong' },
  { name: 'weights', label: 'Suggested weights' },
  { name: 'thresholds', label: 'Suggested thresholds' },
  { name: 'probability', label: 'Probability' },
  { name: 'challenger', label: 'Challenger' },
] as const;

export type EvidenceTab = (typeof evidenceTabs)[number]['name'];
