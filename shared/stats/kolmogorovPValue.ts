/**
 * Chance of a distance at least this large between two samples of one distribution, in the limit of Kolmogorov: 2 Σ (-1)^(k-1) exp(-2 k² λ²)
 * with λ = D sqrt(nm/(n+m)); below λ = 1 by the theta-transformed series, which converges there. Conservative with ties. Equals R
 * `ks.test(exact = FALSE)` and scipy `special.kolmogorov`.
 */
export function kolmogorovPValue(distance: number, n: number, m: number): number {
  const lambda = distance * Math.sqrt((n * m) / (n + m));
  if (lambda < 0.04) return 1;
  if (lambda < 1) {
    let sum = 0;
    for (let k = 1; k <= 9; k += 2) sum += Math.exp(-(k * k * Math.PI * Math.PI) / (8 * lambda * lambda));
    return Math.max(0, 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum);
  }
  let sum = 0;
  for (let k = 1; k <= 6; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, 2 * sum);
}
