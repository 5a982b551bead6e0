/** A rising line that bends downward only: corners of what efforts gain at most. */
export interface Hull {
  efforts: readonly number[];
  gains: readonly number[];
}

/** The line above points of rising efforts and gains. */
export function hullOf(efforts: readonly number[], gains: readonly number[]): Hull {
  const corners: number[] = [];
  const isBelow = (corner: number, from: number, to: number) =>
    (gains[corner]! - gains[from]!) * (efforts[to]! - efforts[from]!) <= (gains[to]! - gains[from]!) * (efforts[corner]! - efforts[from]!);
  for (const next of efforts.keys()) {
    while (corners.length > 1 && isBelow(corners.at(-1)!, corners.at(-2)!, next)) corners.pop();
    corners.push(next);
  }
  return { efforts: corners.map((corner) => efforts[corner]!), gains: corners.map((corner) => gains[corner]!) };
}

/** The line with all gains times a share. */
export function stretched({ efforts, gains }: Hull, share: number): Hull {
  return { efforts, gains: gains.map((gain) => share * gain) };
}

/** What efforts gain at most when they are split between lines, as far as `needed`: their pieces, the steepest first. */
export function joined(hulls: readonly Hull[], needed = Infinity): Hull {
  const at = hulls.map(() => 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const efforts = [sum(hulls.map((hull) => hull.efforts[0]!))];
  const gains = [sum(hulls.map((hull) => hull.gains[0]!))];
  const slopes = hulls.map((hull) => slopeAfter(hull, 0));
  for (;;) {
    let steepest = 0;
    for (let index = 1; index < slopes.length; index++) if (slopes[index]! > slopes[steepest]!) steepest = index;
    if (slopes[steepest]! < 0 || gains.at(-1)! >= needed) return { efforts, gains };
    const hull = hulls[steepest]!;
    const corner = at[steepest]!++;
    efforts.push(efforts.at(-1)! + hull.efforts[corner + 1]! - hull.efforts[corner]!);
    gains.push(gains.at(-1)! + hull.gains[corner + 1]! - hull.gains[corner]!);
    slopes[steepest] = slopeAfter(hull, corner + 1);
  }
}

/** The effort at which a line gains what is needed; Infinity where it never does. */
export function effortOn({ efforts, gains }: Hull, needed: number): number {
  const corner = firstReaching(gains, needed - 1e-9);
  if (corner === null) return Infinity;
  if (corner === 0) return efforts[0]!;
  const missing = Math.max(0, gains[corner]! - needed) / (gains[corner]! - gains[corner - 1]!);
  return efforts[corner]! - missing * (efforts[corner]! - efforts[corner - 1]!);
}

/** Place of the first of rising gains that is no less than needed; null when none is. */
export function firstReaching(gains: readonly number[], needed: number): number | null {
  let [low, high] = [0, gains.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gains[middle]! >= needed) high = middle;
    else low = middle + 1;
  }
  return low < gains.length ? low : null;
}

/** -1 after the last corner. */
function slopeAfter({ efforts, gains }: Hull, corner: number): number {
  if (corner + 1 >= efforts.length) return -1;
  const effort = efforts[corner + 1]! - efforts[corner]!;
  return effort === 0 ? Infinity : (gains[corner + 1]! - gains[corner]!) / effort;
}
