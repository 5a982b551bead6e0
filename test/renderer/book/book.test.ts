import { describe, expect, it } from 'vitest';
import { bandOfExplanation, coverageSentence, headline, rankSentence, roundingNote } from '../../../renderer/views/book/explain.ts';
import { tabText } from '../../../renderer/views/book/tabText.ts';
import { worklistText } from '../../../renderer/views/book/worklistColumns.ts';
import { isFiltered, orderedBy, toggled, viewInput, wholeBook } from '../../../renderer/views/book/worklistView.ts';
import { startingBands } from '../../../renderer/views/model/edit/bands.ts';
import type { Explanation, ExplanationNode } from '../../../shared/contract/scoringCalls.ts';

describe('what of the book is seen', () => {
  it('asks for nothing that filters nothing', () => {
    expect(viewInput({ ...wholeBook, search: '  ' })).toEqual({ orderBy: 'score', descending: false });
    expect(isFiltered(wholeBook)).toBe(false);
    expect(isFiltered({ ...wholeBook, renewalWithinDays: 0 })).toBe(true);
    expect(viewInput({ ...wholeBook, bands: ['red'], where: ' arr > 5 ' })).toMatchObject({ bands: ['red'], where: 'arr > 5' });
  });

  it('turns the order around at the second click on a header', () => {
    const byRevenue = orderedBy(wholeBook, 'revenue');
    expect([byRevenue.orderBy, byRevenue.descending]).toEqual(['revenue', true]);
    expect(orderedBy(byRevenue, 'revenue').descending).toBe(false);
    expect(toggled(toggled([], 'red'), 'red')).toEqual([]);
  });
});

describe('copied text', () => {
  it('cannot become a formula, and keeps its cells', () => {
    expect(
      tabText(
        ['Account', 'Score'],
        [
          ['=1+1', -3],
          ['a\tb\nc', null],
          [' @x', 0.5],
        ],
      ),
    ).toBe("Account\tScore\n'=1+1\t-3\na b c\t\n' @x\t0.5");
  });

  it('has key, names, band and range', () => {
    const names = { segment: () => 'SMB', band: () => 'Red', reason: () => 'Logins' };
    const row = {
      account: '007',
      name: 'Bond',
      owner: null,
      segment: 'smb',
      score: 41.25,
      band: 'red',
      coverage: 0.9,
      low: 40,
      high: 45,
      bandCertain: true,
      revenue: 10,
      renewal: '2026-10-12',
      renewalDays: 12,
      reason: 'logins',
      reasonPoints: 9,
      attributes: {},
    };
    expect(worklistText([row], names).split('\n')).toEqual([
      'Key\tAccount\tSegment\tOwner\tScore\tBand\tCoverage\tLow\tHigh\tRenewal\tRevenue\tMain reason\tPoints lost',
      '007\tBond\tSMB\t\t41.25\tRed\t0.9\t40\t45\t2026-10-12\t10\tLogins\t9',
    ]);
  });
});

describe('an explanation in words', () => {
  const node = (name: string, contribution: number | null, possible: number): ExplanationNode => ({
    id: name,
    name,
    kind: 'metric',
    depth: 1,
    share: 0.5,
    effectiveWeight: possible / 100,
    value: contribution,
    contribution,
    possible,
    metric: null,
  });
  const one: Explanation = {
    account: 'A-1',
    name: 'Lumen Grid',
    asOf: '2026-09-30',
    segment: { id: 'enterprise', name: 'Enterprise' },
    owner: null,
    revenue: null,
    renewal: null,
    attributes: {},
    score: 66,
    rolledUp: 66,
    band: 'yellow',
    coverage: 0.91,
    low: 61.2,
    high: 70.2,
    bandCertain: true,
    notes: [],
    rankInSegment: 0.21,
    nodes: [node('Tickets', 10, 30), node('Logins', 5, 40), node('NPS', null, 0), node('Fees', 30, 30)],
  };

  it('names what costs most, worst first', () => {
    expect(headline(one, 'Yellow')).toBe(
      'Lumen Grid is Yellow mostly because of Logins (35.0 points below its best) and Tickets (20.0 points below its best).',
    );
    expect(headline({ ...one, score: null }, 'Not enough data')).toContain('no score');
    expect(headline({ ...one, nodes: [node('Fees', 30, 30)] }, 'Green')).toBe('Lumen Grid earns every point there is.');
  });

  it('says how much is known, the range, and whether the band is certain', () => {
    expect(coverageSentence(one, 'Yellow')).toBe(
      '91% of the weight is known; if the missing were known the score would lie between 61.2 and 70.2, so Yellow is certain.',
    );
    expect(coverageSentence({ ...one, score: 75, bandCertain: false }, 'Yellow')).toContain('lies outside that range');
    expect(coverageSentence({ ...one, coverage: 1 }, 'Yellow')).toBe('Every metric that counts is known.');
    expect(rankSentence(one)).toBe('Healthier than 21% of Enterprise.');
  });

  it('does not let 79.96 pass for 80', () => {
    const band = bandOfExplanation('yellow', startingBands.bands, [60, 80])!;
    expect(band.range).toBe('60 ≤ score < 80');
    expect(roundingNote(79.96, band, 80)).toBe('Just below 80: shown rounded to 80.0.');
    expect(roundingNote(79.9, band, 80)).toBeNull();
  });
});
