import { expect, it } from 'vitest';
import { chiSquareQuantile, chiSquareTail } from '../../shared/stats/chiSquare.ts';
import { fisherExact } from '../../shared/stats/fisherExact.ts';
import { incompleteBeta } from '../../shared/stats/incompleteBeta.ts';
import { kolmogorovPValue } from '../../shared/stats/kolmogorovPValue.ts';
import { logGamma } from '../../shared/stats/logGamma.ts';
import { normalPValue, normalQuantile, normalTail, z95 } from '../../shared/stats/normal.ts';
import { quantile } from '../../shared/stats/quantile.ts';
import { student95, studentPValue } from '../../shared/stats/studentT.ts';
import { expectClose } from './expectClose.ts';

// References: scipy 1.10 (stats.norm, t, chi2, fisher_exact; special.kolmogorov, gammaln, betainc), numpy 1.24 (quantile).

it('gives the tails and points of the normal distribution', () => {
  expectClose(
    [0, 1, 3.5, 8, -2].map(normalTail),
    [0.5, 0.15865525393145707, 0.00023262907903552502, 6.22096057427174e-16, 0.9772498680518208],
    1e-12,
  );
  expectClose([0.8, 0.025, 1e-6].map(normalQuantile), [0.8416212335729143, -1.9599639845400545, -4.753424308822899], 1e-12);
  expect(normalPValue(z95)).toBeCloseTo(0.05, 14);
});

it('gives the tails and points of Student’s distribution', () => {
  const cases = [
    [2, 5],
    [0.3, 1],
    [12, 40],
    [2.5, 100_000],
  ] as const;
  const tails = [0.10193947882985828, 0.8144528418445154, 7.82417130425597e-15, 0.012420919192559035];
  expectClose(
    cases.map(([t, freedom]) => studentPValue(t, freedom)),
    tails,
    1e-9,
  );
  expect(studentPValue(Number.POSITIVE_INFINITY, 7)).toBe(0);
  expect(studentPValue(student95(39), 39)).toBeCloseTo(0.05, 14);
});

it('gives the tails and points of the chi-square distribution', () => {
  const cases = [
    [3.84, 1],
    [0.01, 9],
    [50, 9],
    [400, 300],
    [1e-3, 1],
  ] as const;
  const tails = [0.05004352124870519, 0.9999999999991591, 1.0772382022574693e-7, 9.678621994933555e-5, 0.9747728793699604];
  expectClose(
    cases.map(([value, freedom]) => chiSquareTail(value, freedom)),
    tails,
    1e-12,
  );
  expectClose(
    [1, 9, 30].map((freedom) => chiSquareQuantile(0.95, freedom)),
    [3.841458820694124, 16.918977604620448, 43.77297182574219],
    1e-12,
  );
});

it('gives the limiting tail of Kolmogorov, on both sides of where its series change', () => {
  const tails = [0.9999906941986655, 0.3927307079406543, 0.049485876755377876, 3.045995948942526e-8];
  expectClose(
    [0.3, 0.9, 1.36, 3].map((lambda) => kolmogorovPValue(lambda / Math.sqrt(500), 1000, 1000)),
    tails,
    1e-9,
  );
  expect(kolmogorovPValue(0, 10, 10)).toBe(1);
});

it('gives the gamma and beta functions beneath them', () => {
  expectClose(
    [0.3, 1, 7.5, 1234.5, 11_784].map(logGamma),
    [1.0957979948180756, 0, 7.534364236758734, 7550.550901077894, 98_681.3156353767],
    1e-13,
  );
  const cases = [
    [0.4, 2, 3],
    [0.01, 0.5, 0.5],
    [0.999, 3000, 0.5],
    [0.4, 40, 60],
  ] as const;
  expectClose(
    cases.map(([x, a, b]) => incompleteBeta(x, a, b)),
    [0.5247999999999999, 0.06376856085851987, 0.014285606783788643, 0.5054370011155953],
    1e-11,
  );
});

it('tests two by two tables exactly, down to the smallest chances', () => {
  expectClose(
    [fisherExact(8, 10, 1, 6), fisherExact(100, 1000, 1, 1001), fisherExact(0, 10, 3, 12)],
    [0.034965034965034975, 2.9986655822593265e-30, 0.22077922077922077],
    1e-9,
  );
});

it('interpolates quantiles as type 7', () => {
  const found = [0, 0.1, 0.25, 0.333, 0.5, 0.9, 1].map((share) => quantile([1, 2, 4, 8, 16.5], share));
  expectClose(found, [1, 1.4, 2, 2.664, 4, 13.100000000000001, 16.5], 1e-15);
  expect(quantile([], 0.5)).toBeNull();
});
