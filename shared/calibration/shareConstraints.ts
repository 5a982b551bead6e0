/** Together these columns have at least `minimum` and at most `maximum` per cent of all the weight. */
export interface ShareLimit {
  columns: readonly number[];
  minimum: number;
  maximum: number;
}

/** Shares that differ by less are the same; what is left of their difference must not become a wall. */
const rounding = 1e-9;

/** The share that is settled beforehand for each column: of a constant one (deviation 0) the minimum that is set for it alone, else 0. */
export function heldShares(deviations: Float64Array, limits: readonly ShareLimit[]): number[] {
  const alone = (column: number) => limits.find(({ columns }) => columns.length === 1 && columns[0] === column);
  return Array.from(deviations, (deviation, column) => (deviation > 0 ? 0 : (alone(column)?.minimum ?? 0)));
}

/**
 * Normals over (intercept, standardised theta) of what fitted weights obey: theta >= 0, one for each column, then the limits. With theta of the free
 * columns F in all and H per cent held by constant ones, all the weight is 100 F / (100 - H), so that "at least l per cent for the columns S, which
 * hold H_S" reads sum over the free columns of ((100 - H) [in S] + H_S - l) theta >= 0.
 */
export function shareConstraints(limits: readonly ShareLimit[], deviations: Float64Array, held: readonly number[]): Float64Array[] {
  const normal = (factor: (column: number) => number) =>
    Float64Array.from({ length: deviations.length + 1 }, (_, place) => {
      const deviation = place === 0 ? 0 : deviations[place - 1]!;
      const value = deviation > 0 ? factor(place - 1) : 0;
      return Math.abs(value) > rounding ? value / deviation : 0;
    });
  const left = 100 - held.reduce((sum, share) => sum + share, 0);
  const signs = Array.from(deviations, (_, index) => normal((column) => (column === index ? 1 : 0)));
  const within = limits.flatMap(({ columns, minimum, maximum }) => {
    const heldInside = columns.reduce((sum, column) => sum + held[column]!, 0);
    const shareOf = (column: number) => (columns.includes(column) ? left : 0) + heldInside;
    return [
      ...(minimum > 0 ? [normal((column) => shareOf(column) - minimum)] : []),
      ...(maximum < 100 ? [normal((column) => maximum - shareOf(column))] : []),
    ];
  });
  return [...signs, ...within];
}
