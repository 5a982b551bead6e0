import { describe, expect, it } from 'vitest';
import { bandRange, bandRangeInWords } from '../../../renderer/charts/bandRange.ts';
import { coarserBins } from '../../../renderer/charts/coarserBins.ts';
import { nameShares, sharesSentence } from '../../../renderer/charts/describeBook.ts';
import { describeCurve } from '../../../renderer/charts/describeCurve.ts';
import { inkOn } from '../../../renderer/charts/inkOn.ts';
import { niceStep, snap } from '../../../renderer/charts/niceStep.ts';
import { percentText, valueText } from '../../../renderer/charts/numberText.ts';
import { startingBands } from '../../../renderer/views/model/edit/bands.ts';

describe('band edges in words', () => {
  it('state which edge is included', () => {
    expect([0, 1, 2].map((index) => bandRange([60, 80], index))).toEqual(['0 ≤ score < 60', '60 ≤ score < 80', '80 ≤ score ≤ 100']);
    expect([0, 1, 2].map((index) => bandRangeInWords([60, 80], index))).toEqual(['below 60', '60 or more, below 80', '80 or more']);
    expect(bandRange([], 0)).toBe('0 ≤ score ≤ 100');
  });
});

describe('band shares', () => {
  const shares = nameShares(
    [
      { band: 'red', accounts: 1, revenue: 300 },
      { band: 'yellow', accounts: 0, revenue: 0 },
      { band: 'green', accounts: 3, revenue: 100 },
      { band: 'withheld', accounts: 0, revenue: 0 },
    ],
    startingBands.bands,
  );

  it('are of all accounts and of all revenue', () => {
    expect(shares.map((share) => [share.name, share.shareOfAccounts, share.shareOfRevenue])).toEqual([
      ['Red', 0.25, 0.75],
      ['Yellow', 0, 0],
      ['Green', 0.75, 0.25],
      ['Not enough data', 0, 0],
    ]);
  });

  it('read as one sentence that says of what', () => {
    expect(sharesSentence(shares, null)).toBe(
      'Of 4 accounts (400 revenue): Red 1 (25% of accounts, 75% of revenue); Yellow 0 (0%, 0%); Green 3 (75%, 25%).',
    );
  });

  it('are zero, not NaN, in an empty book', () => {
    expect(nameShares([{ band: 'red', accounts: 0, revenue: 0 }], startingBands.bands)[0]).toMatchObject({
      shareOfAccounts: 0,
      shareOfRevenue: 0,
    });
  });
});

describe('numbers', () => {
  it('never show a small share as nothing', () => {
    expect(percentText(0.001)).toBe('< 1%');
    expect(percentText(0)).toBe('0%');
    expect(percentText(0.125, 1)).toBe('12.5%');
  });

  it('have as many digits as their size makes worth reading', () => {
    expect([0.12345, 1.2345, 123.45, 12345.6, 7].map((value) => valueText(value))).toEqual(['0.123', '1.23', '123.5', '12,346', '7']);
    expect(valueText(66, '%')).toBe('66 %');
    expect(valueText(9, '0 to 10')).toBe('9 (0 to 10)');
  });

  it('step in 1, 2 or 5 times a power of ten', () => {
    expect([100, 37, 0.9, 0].map(niceStep)).toEqual([1, 0.5, 0.01, 1]);
    expect(snap(0.30000000000000004, 0.1)).toBe(0.3);
  });
});

it('writes on a band in the ink that reads better', () => {
  expect([inkOn('#D55E00'), inkOn('#E69F00'), inkOn('#0072B2'), inkOn('#ffffff')]).toEqual(['#000000', '#000000', '#ffffff', '#000000']);
});

describe('a curve in a sentence', () => {
  it('says who earns what', () => {
    expect(describeCurve({ kind: 'steps', cuts: [50, 70], points: [30, 70, 100] }, '%')).toBe(
      'Below 50 % earns 30 points; 50 % to below 70 %, 70 points; 70 % or more, 100 points.',
    );
    expect(describeCurve({ kind: 'ramp', from: { value: 10, points: 0 }, to: { value: 110, points: 100 }, outside: 'missing' }, null)).toBe(
      'From 0 points at 10 straight to 100 points at 110; values outside count as missing.',
    );
    expect(describeCurve({ kind: 'z-score', direction: 'higher', reference: null }, null)).toContain('not frozen yet');
  });
});

it('joins bars without losing anyone and without reaching over a cut point', () => {
  const bins = Array.from({ length: 100 }, (_, index) => ({ from: index, to: index + 1, accounts: index, revenue: 2 * index }));
  const joined = coarserBins(bins, [61, 80], 5);
  expect(joined.reduce((sum, bin) => sum + bin.accounts, 0)).toBe(4950);
  expect(joined.filter((bin) => bin.from < 61 && bin.to > 61)).toEqual([]);
  expect(joined.slice(12, 14)).toEqual([
    { from: 60, to: 61, accounts: 60, revenue: 120 },
    { from: 61, to: 65, accounts: 61 + 62 + 63 + 64, revenue: 2 * (61 + 62 + 63 + 64) },
  ]);
});
