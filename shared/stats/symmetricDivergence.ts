/** Two lists of counts over the same cells, held against each other. */
export interface SymmetricDivergence {
  /** Σ (q - p) ln(q / p). */
  value: number;
  /** Of each cell: ln(q / p), and its part of the sum; null for a cell that is empty in both. */
  logRatios: (number | null)[];
  parts: (number | null)[];
  /** Cells that are not empty in both. */
  cells: number;
  /** A cell was empty in one of the two, so one half was added to every count. */
  smoothed: boolean;
}

/**
 * Symmetric divergence (Jeffreys 1946) from counts `p` to counts `q`: what the population stability index and the information value both are.
 * Cells that are empty in both are dropped; if any other is empty on one side, 1/2 is added to every remaining count of both, and the shares are
 * taken again. Null when one side has no counts.
 */
export function symmetricDivergence(p: ArrayLike<number>, q: ArrayLike<number>): SymmetricDivergence | null {
  const kept = Array.from(p, (_, cell) => cell).filter((cell) => p[cell]! + q[cell]! > 0);
  const smoothed = kept.some((cell) => p[cell] === 0 || q[cell] === 0);
  const added = smoothed ? 0.5 : 0;
  const [sumP, sumQ] = [p, q].map((counts) => kept.reduce((sum, cell) => sum + counts[cell]!, 0)) as [number, number];
  if (sumP === 0 || sumQ === 0) return null;
  const [allP, allQ] = [sumP + added * kept.length, sumQ + added * kept.length];
  const logRatios: (number | null)[] = Array.from(p, () => null);
  const parts: (number | null)[] = Array.from(p, () => null);
  let value = 0;
  for (const cell of kept) {
    const [shareP, shareQ] = [(p[cell]! + added) / allP, (q[cell]! + added) / allQ];
    logRatios[cell] = Math.log(shareQ / shareP);
    parts[cell] = (shareQ - shareP) * logRatios[cell];
    value += parts[cell];
  }
  return { value, logRatios, parts, cells: kept.length, smoothed };
}
