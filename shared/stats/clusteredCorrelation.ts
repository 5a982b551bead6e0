import { largest } from './countObservations.ts';
import type { Interval } from './Estimate.ts';
import { mean } from './moments.ts';
import { z95 } from './normal.ts';

/**
 * Interval of Pearson's correlation r of two columns without gaps whose accounts repeat: a row moves r by u v - r (u² + v²) / 2 of its standardised
 * values, which add up within an account; the standard error is the root of their squares' sum over the accounts, taken on Fisher's scale. Source:
 * Devlin, Gnanadesikan and Kettenring (1975) for the influence, Liang and Zeger (1986) for the sums. Null below four accounts, for a constant, and at ±1.
 */
export function clusteredCorrelation(one: Float64Array, other: Float64Array, accounts: ArrayLike<number>): Interval | null {
  const count = one.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let [squaresOne, squaresOther, products] = [0, 0, 0];
  for (let row = 0; row < count; row++) {
    const [u, v] = [one[row]! - meanOne, other[row]! - meanOther];
    squaresOne += u * u;
    squaresOther += v * v;
    products += u * v;
  }
  const r = products / Math.sqrt(squaresOne * squaresOther);
  if (!(Math.abs(r) < 1)) return null;
  const [scaleOne, scaleOther] = [Math.sqrt(squaresOne / count), Math.sqrt(squaresOther / count)];
  const moved = new Float64Array(1 + largest(accounts));
  const seen = new Uint8Array(moved.length);
  for (let row = 0; row < count; row++) {
    const [u, v] = [(one[row]! - meanOne) / scaleOne, (other[row]! - meanOther) / scaleOther];
    moved[accounts[row]!]! += u * v - (r * (u * u + v * v)) / 2;
    seen[accounts[row]!] = 1;
  }
  const clusters = seen.reduce((total, each) => total + each, 0);
  if (clusters < 4) return null;
  const squares = moved.reduce((total, each) => total + each * each, 0);
  const half = ((z95 / count) * Math.sqrt((squares * clusters) / (clusters - 1))) / (1 - r * r);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
