/** Rise of the line through two points; 0 where they are too close for 64-bit numbers, so that the left one holds. */
export function slopeBetween([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): number {
  const slope = (y1 - y0) / (x1 - x0);
  return Number.isFinite(slope) ? slope : 0;
}
