/** Cut points with one more, in rising order; one that is there already changes nothing. */
export function withCut(cuts: readonly number[], cut: number): readonly number[] {
  return cuts.includes(cut) ? cuts : [...cuts, cut].sort((one, other) => one - other);
}

/** Cut points with one moved; it stops `gap` short of its neighbours. */
export function movedCut(cuts: readonly number[], index: number, to: number, gap: number): readonly number[] {
  const low = (cuts[index - 1] ?? Number.NEGATIVE_INFINITY) + gap;
  const high = (cuts[index + 1] ?? Number.POSITIVE_INFINITY) - gap;
  return low > high ? cuts : cuts.with(index, Math.min(high, Math.max(low, to)));
}
