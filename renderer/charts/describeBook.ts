import type { BandShare, ScoredBook } from '../../shared/contract/scoringCalls.ts';
import type { Band } from '../../shared/model/model.ts';
import { countText, moneyText, numberText, percentText, scoreText } from './numberText.ts';

/** What is weighed: number of accounts, or their revenue. */
export type Measure = 'accounts' | 'revenue';

/** A band share with what is needed to draw and name it; `withheld` has no band. */
export interface NamedShare {
  id: string;
  name: string;
  band: Band | null;
  accounts: number;
  revenue: number;
  /** Of all accounts, and of all revenue, 0..1. */
  shareOfAccounts: number;
  shareOfRevenue: number;
}

/** Band shares in the model's order (worst first, withheld last) with their share of the whole. */
export function nameShares(shares: readonly BandShare[], bands: readonly Band[]): NamedShare[] {
  const accounts = shares.reduce((sum, each) => sum + each.accounts, 0);
  const revenue = shares.reduce((sum, each) => sum + each.revenue, 0);
  return shares.map((share) => {
    const band = bands.find((each) => each.id === share.band) ?? null;
    return {
      id: share.band,
      name: band?.name ?? (share.band === 'withheld' ? 'Not enough data' : share.band),
      band,
      accounts: share.accounts,
      revenue: share.revenue,
      shareOfAccounts: accounts === 0 ? 0 : share.accounts / accounts,
      shareOfRevenue: revenue === 0 ? 0 : share.revenue / revenue,
    };
  });
}

/** "Of 400 accounts ($12M revenue): Red 60 (15% of accounts, 22% of revenue); Yellow 90 (23%, 31%) ..." */
export function sharesSentence(shares: readonly NamedShare[], currency: string | null): string {
  const accounts = shares.reduce((sum, each) => sum + each.accounts, 0);
  const revenue = shares.reduce((sum, each) => sum + each.revenue, 0);
  const worth = revenue > 0 ? ` (${moneyText(revenue, currency)} revenue)` : '';
  const parts = shares
    .filter((share) => share.band !== null || share.accounts > 0)
    .map((share, index) => {
      const [ofAccounts, ofRevenue] = index === 0 ? [' of accounts', ' of revenue'] : ['', ''];
      const money = revenue > 0 ? `, ${percentText(share.shareOfRevenue)}${ofRevenue}` : '';
      return `${share.name} ${numberText(share.accounts)} (${percentText(share.shareOfAccounts)}${ofAccounts}${money})`;
    });
  return `Of ${countText(accounts, 'account')}${worth}: ${parts.join('; ')}.`;
}

/** Where the middle of the book lies and how many scores are sure of their band. */
export function bookSentence(book: ScoredBook): string {
  const scored = book.accounts - book.withheld;
  if (book.mean === null || book.median === null || scored === 0) return 'No account has a score.';
  const certain = `${percentText(book.bandCertain / scored)} of the scored accounts stay in their band whatever the missing metrics turn out to be`;
  return `Half of the scored accounts are below ${scoreText(book.median)}, the mean is ${scoreText(book.mean)}; ${certain}.`;
}
