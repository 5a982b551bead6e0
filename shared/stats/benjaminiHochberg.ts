/**
 * q-values of a family of tests after Benjamini and Hochberg (1995): q(i) = min over j >= i of p(j) M / j, at most 1. Tests without a p-value
 * are left out of M and stay null. Equals R `p.adjust("BH")` and statsmodels `multipletests(method='fdr_bh')` on the present ones.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const present = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((one, other) => other.p - one.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  for (const [place, { p, index }] of present.entries()) {
    smallest = Math.min(smallest, (p * present.length) / (present.length - place));
    adjusted[index] = smallest;
  }
  return adjusted;
}
