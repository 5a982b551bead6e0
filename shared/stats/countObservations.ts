import type { Estimate } from './Estimate.ts';
import type { Sample } from './Sample.ts';
import type { Warning } from './warning.ts';

/** What a statistic rests on: the counts of an `Estimate`, and by how many accounts the outcome is carried. */
export interface ObservationCounts {
  n: number;
  nMissing: number;
  /** Observations with a value: with the outcome, and without. */
  events: number;
  nonEvents: number;
  accounts: number;
  /** Accounts that had the outcome in at least one of these observations; the others never had it. */
  eventAccounts: number;
}

/** Counts in one pass. */
export function countObservations({ values, outcomes, accounts }: Sample): ObservationCounts {
  const seen = new Uint8Array(1 + largest(accounts));
  const counts = { n: values.length, nMissing: 0, events: 0, nonEvents: 0, accounts: 0, eventAccounts: 0 };
  for (let index = 0; index < values.length; index++) {
    if (Number.isNaN(values[index])) {
      counts.nMissing++;
      continue;
    }
    const account = accounts[index]!;
    if (seen[account] === 0) {
      seen[account] = 1;
      counts.accounts++;
    }
    if (outcomes[index] !== 1) counts.nonEvents++;
    else {
      counts.events++;
      if (seen[account] === 1) {
        seen[account] = 2;
        counts.eventAccounts++;
      }
    }
  }
  return counts;
}

/** The largest of account numbers; -1 of none. */
export function largest(accounts: ArrayLike<number>): number {
  let most = -1;
  for (let index = 0; index < accounts.length; index++) if (accounts[index]! > most) most = accounts[index]!;
  return most;
}

/** Whether some account has several rows. */
export function accountsRepeat(accounts: ArrayLike<number>): boolean {
  const seen = new Uint8Array(1 + largest(accounts));
  for (let index = 0; index < accounts.length; index++) {
    if (seen[accounts[index]!] === 1) return true;
    seen[accounts[index]!] = 1;
  }
  return false;
}

/** An estimate without a value yet: the counts, and the warnings that follow from them alone. */
export function emptyEstimate(counts: ObservationCounts): Estimate {
  const { eventAccounts, ...shown } = counts;
  return { value: null, ...shown, interval: null, method: null, warnings: countWarnings(counts) };
}

function countWarnings({ n, nMissing, events, nonEvents, accounts, eventAccounts }: ObservationCounts): Warning[] {
  if (n === nMissing) return ['ALL_MISSING'];
  if (events === 0 || nonEvents === 0) return ['SINGLE_CLASS'];
  const fewer = Math.min(eventAccounts, accounts - eventAccounts);
  const warnings: Warning[] = fewer < 10 ? ['FEW_EVENTS'] : fewer < 50 ? ['UNDER_50_EVENTS'] : [];
  return accounts < events + nonEvents ? [...warnings, 'CLUSTERED'] : warnings;
}
