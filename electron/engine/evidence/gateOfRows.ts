import { accountsByOutcome } from '../../../shared/calibration/CalibrationRows.ts';
import { gateOf } from '../../../shared/calibration/gates.ts';
import type { EvidenceOutcome, Gate } from '../../../shared/contract/evidenceBasis.ts';
import { gateOfNumber } from './gateOfNumber.ts';

/**
 * The gate of some rows: by accounts that ever had the bad side of the outcome, and the others. An account that renewed three times and left once
 * has left: so the gate is the same whichever side an outcome is worded from.
 */
export function gateOfRows({ kind, polarity }: EvidenceOutcome, bad: Uint8Array, accounts: Uint32Array): Gate {
  if (kind === 'number') return gateOfNumber(new Set(accounts).size);
  const { withOutcome, without } = accountsByOutcome({ outcomes: bad, accounts });
  return polarity === 'bad' ? gateOf(withOutcome, without) : gateOf(without, withOutcome);
}
