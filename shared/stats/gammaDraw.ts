/**
 * A draw from the gamma distribution of a shape above 0 and scale 1. Source: Marsaglia and Tsang (2000); a shape below 1 is drawn one higher and
 * multiplied by u^(1/shape). 0 for a shape of 0.
 */
export function gammaDraw(shape: number, random: () => number): number {
  if (shape <= 0) return 0;
  if (shape < 1) return gammaDraw(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    const u = 1 - random();
    if (u < 1 - 0.0331 * z ** 4 || Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** Marsaglia's polar method. */
function normalDraw(random: () => number): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
