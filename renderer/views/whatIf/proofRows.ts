import { matchBands } from '../../../shared/comparison/matchBands.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { Estimate, Interval } from '../../../shared/stats/Estimate.ts';
import { fixedText, numberText, percentText } from '../../charts/numberText.ts';
import type { Sides } from './shifts.ts';

type Evidence = Pick<CallOutput<'compare-evidence'>, 'baseline' | 'draft' | 'aucDifference'>;

/** A line of the proof set's table. */
export interface ProofRow {
  name: string;
  before: Estimate | null;
  after: Estimate;
  /** The draft's value from bins, while something moves. */
  moving: number | null;
  text: (value: number) => string;
  /** Draft minus baseline as it is shown: times `scale`, with so many decimals; `good` when one way is better. */
  difference: { scale: number; decimals: number; unit: string; good: 'up' | 'down' | null; interval: Interval | null };
}

/** AUC, KS and lift, where the outcome is yes or no, and the rate (or the mean) in every band that holds observations. */
export function proofRows(
  { baseline, draft, aucDifference }: Evidence,
  line: ScoreLine | null,
  outcome: Pick<Outcome, 'name' | 'polarity'>,
  { before, after }: Sides,
): ProofRow[] {
  const fraction = (value: number) => fixedText(value, 3);
  const plain = { scale: 1, decimals: 3, unit: '', good: 'up', interval: null } as const;
  const overall = [
    {
      name: `AUC, ${outcome.name.toLowerCase()}`,
      before: baseline?.auc ?? null,
      after: draft.auc,
      moving: movingOf(draft.auc, line?.auc),
      text: fraction,
      difference: { ...plain, interval: aucDifference?.interval ?? null },
    },
    { name: 'KS', before: baseline?.ks ?? null, after: draft.ks, moving: movingOf(draft.ks, line?.ks), text: fraction, difference: plain },
    {
      name: 'Lift, worst tenth',
      before: baseline?.liftWorstTenth ?? null,
      after: draft.liftWorstTenth,
      moving: movingOf(draft.liftWorstTenth, line?.liftWorstTenth),
      text: (value: number) => `${fixedText(value, 1)}×`,
      difference: { ...plain, decimals: 1 },
    },
  ];
  const counterparts = matchBands(before, after);
  const isShare = draft.auc !== null;
  const [more, fewer] = outcome.polarity === 'good' ? (['down', 'up'] as const) : (['up', 'down'] as const);
  const byBand = after.map((band, index) => {
    const counted = line?.bands.find((one) => one.band === band.id);
    const old = before[counterparts.indexOf(index)]?.id;
    return {
      name: `${outcome.name} in ${band.name}`,
      before: rateIn(baseline, old),
      after: rateIn(draft, band.id),
      moving: isShare && counted && counted.observations > 0 ? counted.events / counted.observations : null,
      text: (value: number) => (isShare ? percentText(value, 1) : numberText(value, 2)),
      difference: {
        scale: isShare ? 100 : 1,
        decimals: isShare ? 1 : 2,
        unit: isShare ? 'pts' : '',
        good: index === 0 ? more : index === after.length - 1 ? fewer : null,
        interval: null,
      },
    };
  });
  return [...overall, ...byBand].flatMap(({ after: now, ...row }) => (now && now.n > 0 ? [{ ...row, after: now }] : []));
}

/** Draft minus baseline in the row's unit: of the exact values, or of the moving one; null where either is missing. */
export function differenceIn({ before, after, moving, difference }: ProofRow, isMoving: boolean): number | null {
  const now = isMoving ? moving : after.value;
  return now === null || before?.value == null ? null : (now - before.value) * difference.scale;
}

/** Whether an interval leaves no doubt of a difference's sign. */
export function isCertain(interval: Interval | null): boolean {
  return interval !== null && (interval[0] > 0 || interval[1] < 0);
}

/** What is withheld at rest, for too few accounts, is not told while something moves either. */
function movingOf(atRest: Estimate | null, moving: number | null | undefined): number | null {
  return atRest?.value == null ? null : (moving ?? null);
}

function rateIn(evidence: Evidence['draft'] | null, band: string | undefined): Estimate | null {
  return evidence?.bandRates.find((one) => one.band === band)?.rate ?? null;
}
