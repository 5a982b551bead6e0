import type { ScoredBook } from '../../shared/contract/scoringCalls.ts';

type Bin = ScoredBook['histogram'][number];

/** Points of the score that one bar covers, so that a small book is not all gaps. */
export function barWidth(accounts: number): number {
  return accounts < 150 ? 5 : accounts < 3000 ? 2 : 1;
}

/** Bins joined into bars of `width` points; a bar never reaches over a cut point, so bands never mix. */
export function coarserBins(bins: readonly Bin[], cuts: readonly number[], width: number): Bin[] {
  const joined: Bin[] = [];
  for (const bin of bins) {
    const last = joined.at(-1);
    const isSameBar = last !== undefined && Math.floor(last.from / width) === Math.floor(bin.from / width) && !cuts.includes(bin.from);
    if (isSameBar) {
      joined[joined.length - 1] = {
        from: last.from,
        to: bin.to,
        accounts: last.accounts + bin.accounts,
        revenue: last.revenue + bin.revenue,
      };
    } else joined.push(bin);
  }
  return joined;
}
