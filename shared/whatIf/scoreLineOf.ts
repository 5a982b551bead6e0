import type { ScoreLine } from '../contract/proofSet.ts';
import type { Outcome } from '../model/outcome.ts';
import { withheldBand } from '../scoring/bandOf.ts';
import { type Counted, eachCell } from './Counted.ts';

/** Groups of a proof set's joint table. */
export const outcomeGroups = { no: 0, yes: 1 } as const;

/** Share of the observations with the lowest scores whose event rate is told. */
const worstShare = 0.1;

/**
 * What a joint table says of an outcome. AUC = P(event lower) + P(same bin) / 2 of a bad outcome (higher, of a good one), at most half the
 * share of pairs in one bin away from that of the scores; KS = max |F_yes - F_no| at the bins' edges; lift of the worst tenth, an even part of
 * the bin it ends in. A score that is withheld counts in its band only. Null where one of the classes is empty.
 * @param bands ids of the bands, worst first
 * @param standsFor observations that one of those in hand stands for
 */
export function scoreLineOf(counted: Counted, bands: readonly string[], { polarity }: Pick<Outcome, 'polarity'>, standsFor = 1): ScoreLine {
  const ids = [...bands, withheldBand];
  const inBand = ids.map(() => ({ observations: 0, events: 0 }));
  const bins = Array.from({ length: counted.table.columns }, () => ({ yes: 0, no: 0 }));
  eachCell(counted, ({ bin, band, group, accounts }) => {
    const happened = group === outcomeGroups.yes;
    inBand[band]!.observations += accounts;
    if (happened) inBand[band]!.events += accounts;
    if (bin !== null) bins[bin]![happened ? 'yes' : 'no'] += accounts;
  });
  return {
    bands: inBand.map(({ observations, events }, place) => ({
      band: ids[place]!,
      observations: Math.round(observations * standsFor),
      events: Math.round(events * standsFor),
    })),
    ...discrimination(bins, polarity),
  };
}

type Classes = { yes: number; no: number };

function discrimination(bins: readonly Classes[], polarity: Outcome['polarity']): Omit<ScoreLine, 'bands'> {
  const yes = bins.reduce((sum, bin) => sum + bin.yes, 0);
  const no = bins.reduce((sum, bin) => sum + bin.no, 0);
  if (yes === 0 || no === 0) return { auc: null, ks: null, liftWorstTenth: null, aucWithin: null };
  const worst = (yes + no) * worstShare;
  let [below, tied, ks, captured] = [0, 0, 0, 0];
  const passed = { yes: 0, no: 0 };
  for (const bin of bins) {
    below += bin.no * passed.yes;
    tied += bin.yes * bin.no;
    const room = worst - passed.yes - passed.no;
    const here = bin.yes + bin.no;
    if (room > 0 && here > 0) captured += bin.yes * Math.min(1, room / here);
    passed.yes += bin.yes;
    passed.no += bin.no;
    ks = Math.max(ks, Math.abs(passed.yes / yes - passed.no / no));
  }
  const lower = (below + tied / 2) / (yes * no);
  return {
    auc: polarity === 'bad' ? lower : 1 - lower,
    ks,
    liftWorstTenth: captured / worst / (yes / (yes + no)),
    aucWithin: tied / 2 / (yes * no),
  };
}
