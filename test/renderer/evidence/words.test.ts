import { describe, expect, it } from 'vitest';
import {
  basisText,
  estimateText,
  indexText,
  intervalText,
  probabilityText,
  rateText,
  rateWords,
  valueOr,
  warningTexts,
} from '../../../renderer/views/evidence/estimateText.ts';
import { allows } from '../../../renderer/views/evidence/gateNames.ts';
import { horizonText } from '../../../renderer/views/evidence/horizonText.ts';
import { informationText } from '../../../renderer/views/evidence/metrics/metricWords.ts';
import { misleadingText } from '../../../renderer/views/evidence/wrong/misleadingText.ts';
import { warningSentences } from '../../../shared/stats/warning.ts';
import { estimate } from './estimates.ts';

describe('a number with what it rests on', () => {
  it('says the interval, what was used, and the accounts only where they are fewer', () => {
    const auc = estimate(0.7064, { n: 1300, nMissing: 96, events: 95, accounts: 380, interval: [0.6841, 0.731], method: 'DeLong' });
    expect(estimateText(auc, indexText)).toBe('0.706 (0.684 to 0.731)');
    expect(basisText(auc)).toBe('n 1,204 · 95 events · 380 accounts · DeLong');
    expect(basisText(estimate(0.5, { n: 10, events: 1, accounts: 10 }))).toBe('n 10 · 1 event');
    expect(basisText(estimate(3.2, { n: 10, events: null, accounts: null, method: 'Fisher' }))).toBe('n 10 · Fisher');
  });

  it('has a dash for a number that is not there, and never invents an interval', () => {
    expect(valueOr(null, rateText)).toBe('–');
    expect(estimateText(estimate(null), indexText)).toBe('–');
    expect(intervalText(estimate(0.5), indexText)).toBeNull();
  });

  it('says of an information value, which may lie outside its interval, that it reads too high', () => {
    const value = { ...estimate(0.081, { interval: [0, 0.062] }), nullLine: 0.09, bins: 8 };
    expect(informationText(value)).toBe(
      'Information value 0.081 (0.000 to 0.062) in 8 bins, null line 0.090. It reads too high by what noise adds, the interval does not.',
    );
    expect(informationText({ ...value, interval: null })).toBe('Information value 0.081 in 8 bins, null line 0.090.');
  });

  it('never prints a probability of 0', () => {
    expect(probabilityText(0)).toBe('< 0.001');
    expect(probabilityText(0.00099)).toBe('< 0.001');
    expect(probabilityText(0.0344)).toBe('0.034');
  });

  it('says each warning once, as a sentence; that accounts repeat stands in the head of the screen', () => {
    expect(warningTexts(['CLOCK_COLUMN', 'FEW_EVENTS', 'CLUSTERED'], undefined, ['FEW_EVENTS'])).toEqual([
      warningSentences.FEW_EVENTS,
      warningSentences.CLOCK_COLUMN,
    ]);
    expect(warningTexts([], undefined)).toEqual([]);
  });
});

it('calls a rate a share, and the mean of a number a mean', () => {
  expect(rateWords({ kind: 'yes-no', name: 'Churned' }).rateLabel).toBe('Churned, share of observations');
  expect(rateWords({ kind: 'number', name: 'NPS' }).rateLabel).toBe('mean of NPS');
  expect(rateWords({ kind: 'number', name: 'NPS' }).rateText(7.254)).toBe('7.25');
});

it('opens a gate for what it allows: of a number nothing is fitted, however many accounts there are', () => {
  expect(allows({ level: 'full' }, 'anchored')).toBe(true);
  expect(allows({ level: 'describe' }, 'anchored')).toBe(false);
  expect(allows({ level: 'challenger' }, 'challenger')).toBe(true);
});

it('says the horizon, and the notice where there is one', () => {
  expect(horizonText({ horizonDays: 90, leadDays: 0 })).toBe('within 90 days after the as-of date');
  expect(horizonText({ horizonDays: 1, leadDays: 30 })).toBe('within 1 day after the as-of date, after 30 days of notice');
});

it('names the two metrics that misled most, not those that were missing', () => {
  const said = (name: string, points: number | null) => ({ name, points }) as Parameters<typeof misleadingText>[0]['said'][number];
  expect(misleadingText({ said: [said('NPS', null), said('Usage', 92.4), said('Tickets', 88), said('Fees', 70)] })).toBe(
    'Usage (92 points), Tickets (88 points)',
  );
});
