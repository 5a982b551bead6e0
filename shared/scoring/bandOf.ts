/**
 * A score this little below a cut counts as on it, in every implementation alike: without it, sums that are exactly a cut on paper
 * fall below it in 64-bit arithmetic, depending on the order of summation.
 */
export const bandTolerance = 0.0005;

/** Id of the band of accounts whose score is withheld. */
export const withheldBand = 'withheld';

/** Id of the segment of accounts that match none. */
export const baseSegment = 'base';

/** What the accounts that match no segment are called. */
export const baseSegmentName = ({ segments }: { segments: readonly unknown[] }): string =>
  segments.length === 0 ? 'All accounts' : 'Everyone else';

/** Index of the band a score lies in; a cut point belongs to the band above it. */
export function bandOf(cuts: readonly number[], score: number): number {
  return cuts.filter((cut) => score >= cut - bandTolerance).length;
}
