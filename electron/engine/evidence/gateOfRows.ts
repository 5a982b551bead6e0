import { accountsByOutcome } from '../../../shared/calibration/CalibrationRows.ts';
import { gateOf } from '../../../shared/calibration/gates.ts';
import type { EvidenceOutcome, Gate } from '../../../shared/contract/evidenceBasis.ts';
import { gateOfNumber } from './gateOfNumber.ts';

/** The gate of some rows: by accounts that had the outcome at least once, and that went without it at least once. */
export function gateOfRows({ kind, polarity }: EvidenceOutcome, bad: Uint8Array, accounts: Uint32Array): Gate {
  if (kind === 'number') return gateOfNumber(new Set(accounts).size);
  const { withOutcome, without } = accountsByOutcome({ outcomes: bad, accounts });
  return polarity === 'bad' ? gateOf(withOutcome, without) : gateOf(without, withOutcome);
}
