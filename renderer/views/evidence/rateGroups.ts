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

/** The rates of bands, in the bands' colours; withheld scores and bands of another model in grey. */
export function bandGroups(
  rates: readonly (Pick<OutcomeRate, 'rate'> & { band: string; name: string })[],
  bands: readonly Band[],
): GroupRate[] {
  return rates.map((one) =>
    rateGroup(
      one.band === withheldBand ? withheldName : one.name,
      one,
      bands.find(({ id }) => id === one.band)?.colour ?? 'var(--line-strong)',
    ),
  );
}
