import type { ScoreLine } from '../contract/proofSet.ts';
import type { Outcome } from '../model/outcome.ts';
import { withheldBand } from '../scoring/bandOf.ts';
import { type Counted, eachCell } from './Counted.ts';

/** Groups of a proof set's joint table. */
export const outcomeGroups = { no: 0, yes: 1 } as const;

/** Observations that one of those in hand stands for, by whether the outcome happened. */
export type EachClass = Readonly<Record<keyof typeof outcomeGroups, number>>;

/** Share of the observations with the lowest scores whose event rate is told. */
const worstShare = 0.1;

/**
 * What a joint table says of an outcome. AUC = P(event lower) + P(same bin) / 2 of a bad outcome (higher, of a good one), at most half the
 * share of pairs in one bin away from that of the scores; KS = max |F_yes - F_no| at the bins' edges; lift of the worst tenth, an even part of
 * the bin it ends in. A score that is withheld counts in its band only. Null where one of the classes is empty.
 * @param bands ids of the bands, worst first
 * @param each observations that one of those in hand stands for
 */
export function scoreLineOf(
  counted: Counted,
  bands: readonly string[],
  { polarity }: Pick<Outcome, 'polarity'>,
  each: EachClass = { yes: 1, no: 1 },
): ScoreLine {
  const ids = [...bands, withheldBand];
  const inBand = ids.map(() => ({ observations: 0, events: 0 }));
  const bins: Classes = { yes: new Float64Array(counted.table.columns), no: new Float64Array(counted.table.columns) };
  eachCell(counted, ({ bin, band, group, accounts }) => {
    const happened = group === outcomeGroups.yes ? 'yes' : 'no';
    const observations = accounts * each[happened];
    inBand[band]!.observations += observations;
    if (happened === 'yes') inBand[band]!.events += observations;
    if (bin !== null) bins[happened][bin]! += observations;
  });
  return {
    bands: inBand.map(({ observations, events }, place) => ({
      band: ids[place]!,
      observations: Math.round(observations),
      events: Math.round(events),
    })),
    ...discrimination(bins, polarity),
  };
}

/** Observations by bin of the score, ascending. */
interface Classes {
  yes: Float64Array;
  no: Float64Array;
}

const sum = (counts: Float64Array) => counts.reduce((all, one) => all + one, 0);

function discrimination(bins: Classes, polarity: Outcome['polarity']): Omit<ScoreLine, 'bands'> {
  const yes = sum(bins.yes);
  const no = sum(bins.no);
  if (yes === 0 || no === 0) return { auc: null, ks: null, liftWorstTenth: null, aucWithin: null };
  const worst = (yes + no) * worstShare;
  let [below, tied, ks, captured] = [0, 0, 0, 0];
  let [passedYes, passedNo] = [0, 0];
  for (let bin = 0; bin < bins.yes.length; bin++) {
    const [yesHere, noHere] = [bins.yes[bin]!, bins.no[bin]!];
    const here = yesHere + noHere;
    if (here === 0) continue;
    below += noHere * passedYes;
    tied += yesHere * noHere;
    const room = worst - passedYes - passedNo;
    if (room > 0) captured += yesHere * Math.min(1, room / here);
    passedYes += yesHere;
    passedNo += noHere;
    ks = Math.max(ks, Math.abs(passedYes / yes - passedNo / no));
  }
  const lower = (below + tied / 2) / (yes * no);
  return {
    auc: polarity === 'bad' ? lower : 1 - lower,
    ks,
    liftWorstTenth: captured / worst / (yes / (yes + no)),
    aucWithin: tied / 2 / (yes * no),
  };
}
