import { logGamma } from './logGamma.ts';

/**
 * Upper regularised incomplete gamma function Q(a, x), a > 0, x >= 0: by its series below a + 1 and by its continued fraction above, so that
 * small tails keep their digits. Source: Abramowitz and Stegun 6.5.29 and 6.5.31, the latter evaluated after Lentz.
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - factor * series(a, x) : factor * continuedFraction(a, x);
}

/** Its complement P(a, x). */
export function lowerIncompleteGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? factor * series(a, x) : 1 - factor * continuedFraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let next = a + 1; term > sum * 1e-17; next++) {
    term *= x / next;
    sum += term;
  }
  return sum;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let step = 1; step < 10_000; step++) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return fraction;
}
