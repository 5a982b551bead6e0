import type { Outcome } from '../../../shared/model/outcome.ts';
import { fingerprintOf } from '../study/fingerprintOf.ts';

/**
 * Equal for confirmation sets that tell the same: the same fact over the same days from the same as-of date, whatever the outcome is called,
 * feared or hoped for, whoever is left out of it, and however often the data were read again.
 * @param asOf the date that is kept closed, or the first one of the accounts that are
 */
export function confirmationKey({ happens, leadDays, horizonDays }: Outcome, asOf: string): string {
  const fact = happens.kind === 'no-event' ? { ...happens, kind: 'event' } : happens;
  return fingerprintOf({ fact, leadDays, horizonDays, asOf });
}
