import type { Curve } from '../../shared/model/curve.ts';
import { fromScale, isLogarithmic } from './curveHandles.ts';
import { numberText, valueText } from './numberText.ts';

/** What each kind of curve is called. */
export const curveNames: Record<Curve['kind'], string> = {
  steps: 'Steps',
  ramp: 'Ramp',
  'target-range': 'Target range',
  categories: 'Categories',
  percentile: 'Percentile',
  'z-score': 'Z-score',
};

/** The curve in a sentence: what earns how many points. */
export function describeCurve(curve: Curve, unit: string | null): string {
  const isShort = unit !== null && unit.length <= 3;
  const show = (stored: number) => valueText(fromScale(stored, isLogarithmic(curve)), isShort ? unit : null);
  const points = (value: number) => `${numberText(value, 1)} points`;
  switch (curve.kind) {
    case 'steps': {
      const parts = curve.points.map((earned, index) => {
        const from = curve.cuts[index - 1];
        const to = curve.cuts[index];
        if (from === undefined) return to === undefined ? `any value earns ${points(earned)}` : `below ${show(to)} earns ${points(earned)}`;
        return to === undefined ? `${show(from)} or more, ${points(earned)}` : `${show(from)} to below ${show(to)}, ${points(earned)}`;
      });
      return sentence(parts.join('; '));
    }
    case 'ramp': {
      const outside = curve.outside === 'clamp' ? "values outside earn the nearer end's points" : 'values outside count as missing';
      return sentence(
        `from ${points(curve.from.points)} at ${show(curve.from.value)} straight to ${points(curve.to.points)} at ${show(curve.to.value)}; ${outside}`,
      );
    }
    case 'target-range':
      return sentence(
        `${points(curve.inside)} between ${show(curve.rise[1])} and ${show(curve.fall[0])}; ${points(curve.below)} up to ${show(curve.rise[0])} and ${points(curve.above)} from ${show(curve.fall[1])} on`,
      );
    case 'categories': {
      const listed = Object.entries(curve.points).map(([value, earned]) => `${value} earns ${points(earned)}`);
      const rest = curve.unlisted === 'missing' ? 'anything else counts as missing' : `anything else earns ${points(curve.unlisted)}`;
      return sentence([...listed, rest].join('; '));
    }
    case 'percentile':
      return curve.knots.length === 0
        ? 'Share of the book that does worse; the reference is not frozen yet.'
        : `Share of the reference book that does worse (${curve.direction} is healthier)${frozen(curve.frozenOn)}.`;
    case 'z-score':
      return curve.reference === null
        ? "Distance from the book's mean; the reference is not frozen yet."
        : `Distance from the mean ${numberText(curve.reference.mean, 3)} in standard deviations of ${numberText(curve.reference.sd, 3)} (${curve.direction} is healthier)${frozen(curve.frozenOn)}.`;
  }
}

const frozen = (on: string | undefined) => (on ? `, frozen on ${on}` : '');
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
