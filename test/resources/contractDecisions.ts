import type { AccountHistory } from '../../resources/sample/AccountHistory.ts';
import { drivers } from '../../resources/sample/trueWeights.ts';

/** Every end of a contract: the mean level of each driver in the three months before, the discount, and whether the account left. */
export function contractDecisions({ contracts, months, endedOn, discount }: AccountHistory): { inputs: number[]; left: boolean }[] {
  return contracts
    .filter(({ kind, to }) => kind === 'base' && to < '2026-09-30')
    .flatMap(({ to }) => {
      const recent = months.filter(({ date }) => date <= to).slice(-3);
      if (recent.length < 3) return [];
      const mean = drivers.map((driver) => recent.reduce((sum, { levels }) => sum + levels[driver], 0) / recent.length);
      return [{ inputs: [...mean, discount / 30], left: endedOn === to }];
    });
}
