import { expect, it } from 'vitest';
import { gateOf, isOpen } from '../../shared/calibration/gates.ts';

it.each([
  [0, 500, 'nothing', 2],
  [1, 500, 'nothing', 2],
  [2, 500, 'counts', 10],
  [9, 500, 'counts', 10],
  [10, 500, 'describe', 30],
  [29, 500, 'describe', 30],
  [30, 500, 'anchored', 100],
  [99, 500, 'anchored', 100],
  [100, 500, 'full', 500],
  [499, 500, 'full', 500],
  [800, 30, 'anchored', 100],
])('%i accounts with and %i without the outcome: %s, and %i open the next', (accountsWith, accountsWithout, level, atEvents) => {
  const gate = gateOf(accountsWith, accountsWithout);
  expect(gate).toMatchObject({ level, events: Math.min(accountsWith, accountsWithout), next: { atEvents } });
});

it('says what is scarce, and nothing more when all is open', () => {
  expect(gateOf(29, 500).sentence).toBe('29 accounts with the outcome: descriptive numbers with intervals; nothing fitted, no thresholds.');
  expect(gateOf(29, 500).next!.sentence).toMatch(/^1 account more with the outcome would open: thresholds/);
  expect(gateOf(900, 31).sentence).toMatch(/^31 accounts without the outcome: thresholds/);
  expect(gateOf(500, 1500).next).toBeNull();
  expect(isOpen(gateOf(99, 99), 'full')).toBe(false);
  expect(isOpen(gateOf(100, 100), 'anchored')).toBe(true);
});
