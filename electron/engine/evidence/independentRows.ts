import type { EvidenceRows } from './EvidenceRows.ts';

/** Whether some account has several rows. */
export function accountsRepeat({ count, accountCount }: Pick<EvidenceRows, 'count' | 'accountCount'>): boolean {
  return accountCount < count;
}

/** One row of each account, its last: what a test that wants independent rows may use. */
export function lastRowOfEachAccount({ accounts, accountCount }: Pick<EvidenceRows, 'accounts' | 'accountCount'>): Uint32Array {
  const last = new Uint32Array(accountCount);
  for (const [row, account] of accounts.entries()) last[account] = row;
  return last;
}
