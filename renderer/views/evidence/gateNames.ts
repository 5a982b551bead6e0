import type { GateLevel } from '../../../shared/contract/evidenceBasis.ts';

/** What each gate is called, from the least that can be said to the most. */
export const gateNames: Record<GateLevel, string> = {
  nothing: 'Values only',
  counts: 'Counts only',
  describe: 'Descriptive numbers',
  anchored: 'Anchored suggestions',
  full: 'Full calibration',
  challenger: 'Full calibration and challengers',
};
