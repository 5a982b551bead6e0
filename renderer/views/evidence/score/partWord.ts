import type { ScorePerformance } from '../../../../shared/contract/scorePerformance.ts';

/** What the equal parts of the observations are called: fifths where there are few. */
export function partWord({ tenths }: Pick<ScorePerformance, 'tenths'>): 'tenth' | 'fifth' {
  return tenths.length > 5 ? 'tenth' : 'fifth';
}
