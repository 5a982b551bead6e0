import { describe, expect, it } from 'vitest';
import type { BookNames } from '../../../renderer/views/book/bookNames.ts';
import {
  bandOfExplanation,
  coverageSentence,
  headline,
  playbookSentence,
  rankSentence,
  roundingNote,
} from '../../../renderer/views/book/explain.ts';
import { isColumnShown, worklistColumns } from '../../../renderer/views/book/worklistColumns.tsx';
import { isFiltered, orderedBy, orderKnown, toggled, viewInput, wholeBook } from '../../../renderer/views/book/worklistView.ts';
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

describe('the columns of the worklist', () => {
  const usual = { isNarrow: false, absent: new Set<string>() };
  it('tell an attribute from a column of their own that is called the same', () => {
    const columns = worklistColumns({} as BookNames, String, ['industry', 'Segment', 'owner', 'MAIN REASON']);
    expect(columns.slice(-4).map(({ header }) => header)).toEqual([
      'industry',
      '"Segment" of the account',
      '"owner" of the account',
      '"MAIN REASON" of the account',
    ]);
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  });

  it('are those that say something and fit, until the analyst says otherwise', () => {
    expect(isColumnShown('owner', {}, usual)).toBe(true);
    expect(isColumnShown('owner', {}, { ...usual, isNarrow: true })).toBe(false);
    expect(isColumnShown('revenue', {}, { ...usual, absent: new Set(['revenue']) })).toBe(false);
    expect(isColumnShown('account.industry', {}, usual)).toBe(false);
    expect(isColumnShown('account.industry', { 'account.industry': true }, { ...usual, isNarrow: true })).toBe(true);
    expect(isColumnShown('score', { score: false }, usual)).toBe(false);
  });

  it('are not ordered by an attribute of another study', () => {
    const byIndustry = orderedBy(wholeBook, 'account.industry');
    expect(orderKnown(byIndustry, ['industry'])).toEqual(byIndustry);
    expect(orderKnown(byIndustry, ['region'])).toMatchObject({ orderBy: 'score', descending: false });
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

  it('says what the band asks of the team, if anything', () => {
    const [red] = startingBands.bands;
    expect(playbookSentence({ ...red!, playbook: 'Call the sponsor', owner: 'CSM lead', serviceLevel: 'within 2 days' })).toBe(
      'What Red asks for: Call the sponsor · owner CSM lead · within 2 days',
    );
    expect(playbookSentence(red!)).toBe('');
  });

  it('does not let 79.96 pass for 80', () => {
    const band = bandOfExplanation('yellow', startingBands.bands, [60, 80])!;
    expect(band.range).toBe('60 ≤ score < 80');
    expect(roundingNote(79.96, band, 80)).toBe('Just below 80: shown rounded to 80.0.');
    expect(roundingNote(79.9, band, 80)).toBeNull();
  });
});
