import { gateOf } from '../../../shared/calibration/gates.ts';
import type { Gate } from '../../../shared/contract/evidenceBasis.ts';

const fewestAccounts = 10;

/** The gate of an outcome that is a number: there are no classes to tell apart, so every account counts, and nothing is fitted. */
export function gateOfNumber(accounts: number): Gate {
  const enough = accounts >= fewestAccounts;
  const allows = enough
    ? 'rank correlation and means with intervals; a number has no AUC, and nothing is fitted to it'
    : 'too few for more than plain values';
  return {
    ...gateOf(accounts, accounts),
    level: enough ? 'describe' : 'counts',
    sentence: `${accounts.toLocaleString('en-US')} accounts with a number: ${allows}.`,
    next: null,
  };
}
