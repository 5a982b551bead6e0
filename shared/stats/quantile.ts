/**
 * The value below which a share of the ascending values lies, by linear interpolation at share * (n - 1): type 7 of Hyndman and Fan (1996),
 * the default of numpy and R. Null of no values.
 */
export function quantile(ascending: ArrayLike<number>, share: number): number | null {
  if (ascending.length === 0) return null;
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  const part = place - below;
  // Numpy interpolates from the nearer end, and edges of bins must be the same numbers.
  return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
}
