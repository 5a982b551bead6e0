import { numberText } from '../../../charts/numberText.ts';
import type { WrongLine } from './WrongLine.ts';

/** The metrics that contributed most to being wrong, largest first: "Active share (92 points), Core features (88 points)". */
export function misleadingText({ said }: Pick<WrongLine, 'said'>): string {
  return said
    .filter(({ points }) => points !== null)
    .slice(0, 2)
    .map(({ name, points }) => `${name} (${numberText(points ?? 0)} points)`)
    .join(', ');
}
