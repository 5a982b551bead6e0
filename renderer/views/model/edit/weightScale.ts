/** Ends and step of a weight slider. */
export interface WeightScale {
  max: number;
  step: number;
}

/** A scale of a hundred steps that holds a node's siblings' weights: 0..1 for shares, 0..100 for per cents and points, larger where needed. */
export function weightScale(weights: readonly number[]): WeightScale {
  const most = Math.max(0, ...weights);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const max = sum > 0 && sum <= 1.5 && most <= 1 ? 1 : 10 ** Math.max(2, Math.ceil(Math.log10(Math.max(most, 1))));
  return { max, step: max / 100 };
}
