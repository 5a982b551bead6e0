import type { EvidenceOutcome } from '../../../shared/contract/evidenceBasis.ts';
import { countText } from '../../charts/numberText.ts';

/** When the outcome counts: "within 90 days after the as-of date, after 30 days of notice". */
export function horizonText({ horizonDays, leadDays }: Pick<EvidenceOutcome, 'horizonDays' | 'leadDays'>): string {
  const notice = leadDays > 0 ? `, after ${countText(leadDays, 'day')} of notice` : '';
  return `within ${countText(horizonDays, 'day')} after the as-of date${notice}`;
}
