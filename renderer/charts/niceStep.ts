/** The step of 1, 2 or 5 times a power of ten that cuts `range` into about a hundred; 1 when the range is empty or too small to tell. */
export function niceStep(range: number): number {
  if (!(range > 1e-12) || !Number.isFinite(range)) return 1;
  const rough = range / 100;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return factor * power;
}

/** The value on the nearest multiple of `step`, without the digits that binary fractions add. */
export function snap(value: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  return Number((Math.round(value / step) * step).toFixed(Math.min(decimals, 20)));
}
