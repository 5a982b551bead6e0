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

/** The row of the same account at its next as-of date; -1 for its last. */
export function nextRowOfAccount({ count, accounts, accountCount }: Pick<EvidenceRows, 'count' | 'accounts' | 'accountCount'>): Int32Array {
  const next = new Int32Array(count);
  const following = new Int32Array(accountCount).fill(-1);
  for (let row = count - 1; row >= 0; row--) {
    next[row] = following[accounts[row]!]!;
    following[accounts[row]!] = row;
  }
  return next;
}
