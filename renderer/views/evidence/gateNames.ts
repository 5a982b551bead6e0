import type { Gate, GateLevel } from '../../../shared/contract/evidenceBasis.ts';

/** What each gate is called, from the least that can be said to the most. */
export const gateNames: Record<GateLevel, string> = {
  nothing: 'Values only',
  counts: 'Counts only',
  describe: 'Descriptive numbers',
  anchored: 'Anchored suggestions',
  full: 'Full calibration',
  challenger: 'Full calibration and challengers',
};

/** Whether a gate is open for what takes at least `level`. A number's gate has events enough, and allows no fit all the same. */
export function allows({ level: open }: Pick<Gate, 'level'>, level: GateLevel): boolean {
  const order = Object.keys(gateNames);
  return order.indexOf(open) >= order.indexOf(level);
}
