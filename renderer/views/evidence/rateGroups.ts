import type { OutcomeRate } from '../../../shared/contract/evidenceBasis.ts';
import type { Band } from '../../../shared/model/model.ts';
import { withheldBand } from '../../../shared/scoring/bandOf.ts';
import type { GroupRate } from '../../charts/GroupRates.tsx';
import { withheldName } from '../book/bookNames.ts';
import { basisText } from './estimateText.ts';

/** A rate as a chart draws it. */
export function rateGroup(label: string, { rate }: Pick<OutcomeRate, 'rate'>, colour?: string): GroupRate {
  return { label, rate: rate.value, interval: rate.interval, basis: basisText(rate), colour };
}

/** Fewest withheld observations whose rate is worth drawing: below, its interval would be all there is to see. */
const fewestWithheld = 10;

/** The rates of bands, in the bands' colours; withheld scores, unless they are too few to draw, and bands of another model in grey. */
export function bandGroups(
  rates: readonly (Pick<OutcomeRate, 'rate' | 'observations'> & { band: string; name: string })[],
  bands: readonly Band[],
): GroupRate[] {
  const drawn = rates.filter(({ band, observations }) => band !== withheldBand || observations >= fewestWithheld);
  return drawn.map((one) =>
    rateGroup(
      one.band === withheldBand ? withheldName : one.name,
      one,
      bands.find(({ id }) => id === one.band)?.colour ?? 'var(--line-strong)',
    ),
  );
}
