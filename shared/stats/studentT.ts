import { incompleteBeta } from './incompleteBeta.ts';
import { invertRising } from './invertRising.ts';

/** Two-sided p-value of a Student t statistic: I_{df/(df+t²)}(df/2, 1/2). */
export function studentPValue(t: number, degreesOfFreedom: number): number {
  return incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** Half-width of a two-sided 95 % interval in standard errors with this many degrees of freedom. */
export function student95(degreesOfFreedom: number): number {
  return invertRising((t) => -studentPValue(t, degreesOfFreedom), -0.05, 0, 1000);
}
