import { expect } from 'vitest';
import type { CallOutput } from '../../../shared/contract/contract.ts';

/** The same book, but for the order sums were added in and 32-bit scores. */
export function expectSameBook(found: CallOutput<'move-control'>['book'], expected: CallOutput<'compare-models'>['book']): void {
  expect(found.edges).toEqual(expected.edges);
  expect([found.accounts, found.binAccounts, found.migrationAccounts]).toEqual([
    expected.accounts,
    expected.binAccounts,
    expected.migrationAccounts,
  ]);
  const money = ({ revenue, binRevenue, migrationRevenue }: typeof found) => [revenue, ...binRevenue, ...migrationRevenue.flat()];
  for (const [index, amount] of money(found).entries()) expect(amount).toBeCloseTo(money(expected)[index]!, 0);
  if (expected.mean === null) expect(found.mean).toBeNull();
  else expect(found.mean).toBeCloseTo(expected.mean, 4);
}
