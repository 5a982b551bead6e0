import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { ScoreLine } from '../../../shared/contract/proofSet.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { differenceText, numberText, percentText } from '../../charts/numberText.ts';
import { Delta } from './Delta.tsx';
import styles from './table.module.css';
import type { Sides } from './useSides.ts';

type Evidence = CallOutput<'compare-evidence'>;

interface ProofTableProps {
  evidence: Evidence;
  /** The draft's line while something moves, from bins: marked approximate. */
  line: ScoreLine | null;
  /** What is shown is of the draft before the last move. */
  isStale: boolean;
  outcome: Pick<Outcome, 'name' | 'polarity'>;
  sides: Sides;
}

interface Row {
  name: string;
  before: Estimate | null;
  after: Estimate;
  /** The draft's value from bins. */
  moving: number | null;
  text: (value: number) => string;
  difference: { value: number | null; decimals: number; unit?: string; good: 'up' | 'down'; interval?: Estimate['interval'] | undefined };
}

/** AUC, KS, lift and the rate in the worst band: baseline, draft and their difference, each with its interval where it has one. */
export function ProofTable({ evidence, line, isStale, outcome, sides }: ProofTableProps) {
  const rows = rowsOf(evidence, line, outcome, sides);
  return (
    <table className={styles.table} aria-busy={isStale}>
      <caption className={styles.hidden}>Baseline and draft against the outcome {outcome.name}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Baseline</th>
          <th scope="col">Draft</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name: label, before, after, moving, text, difference }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{before ? <Estimated estimate={before} text={text} /> : '–'}</td>
            <td>{line ? <strong>{moving === null ? '–' : `~${text(moving)}`}</strong> : <Estimated estimate={after} text={text} />}</td>
            <td>
              <Delta
                value={line ? differenceOf(moving, before, difference) : difference.value}
                decimals={difference.decimals}
                {...(difference.unit && { unit: difference.unit })}
                good={!line && isCertain(difference.interval) ? difference.good : null}
              />
              {!line && difference.interval && (
                <span className={styles.interval}>
                  {difference.interval.map((end) => differenceText(end, difference.decimals)).join(' to ')}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Estimated({ estimate: { value, interval, method }, text }: { estimate: Estimate; text: (value: number) => string }) {
  if (value === null) return <span className={styles.secondary}>too few</span>;
  return (
    <span title={interval && method ? `95 % interval, ${method}` : undefined}>
      <strong>{text(value)}</strong>
      {interval && <span className={styles.interval}>{interval.map(text).join('–')}</span>}
    </span>
  );
}

function rowsOf(
  { baseline, draft, aucDifference }: Evidence,
  line: ScoreLine | null,
  outcome: ProofTableProps['outcome'],
  sides: Sides,
): Row[] {
  const fraction = (value: number) => numberText(value, 3);
  const times = (value: number) => `${numberText(value, 1)}×`;
  const worst = sides.after[0]?.id;
  const rateOf = (evidence: typeof draft | null, id: string | undefined) =>
    evidence?.bandRates.find(({ band }) => band === id)?.rate ?? null;
  const movingBand = line?.bands.find(({ band }) => band === worst);
  const minus = (after: Estimate | null, before: Estimate | null | undefined, scale = 1) =>
    after?.value == null || before?.value == null ? null : (after.value - before.value) * scale;
  const worstAfter = rateOf(draft, worst);
  const worstBefore = rateOf(baseline, sides.before[0]?.id);
  const rows: (Omit<Row, 'after'> & { after: Estimate | null })[] = [
    {
      name: `AUC, ${outcome.name.toLowerCase()}`,
      before: baseline?.auc ?? null,
      after: draft.auc,
      moving: line?.auc ?? null,
      text: fraction,
      difference: {
        value: aucDifference?.value ?? minus(draft.auc, baseline?.auc),
        decimals: 3,
        good: 'up',
        interval: aucDifference?.interval,
      },
    },
    {
      name: 'KS',
      before: baseline?.ks ?? null,
      after: draft.ks,
      moving: line?.ks ?? null,
      text: fraction,
      difference: { value: minus(draft.ks, baseline?.ks), decimals: 3, good: 'up' },
    },
    {
      name: 'Lift, worst tenth',
      before: baseline?.liftWorstTenth ?? null,
      after: draft.liftWorstTenth,
      moving: line?.liftWorstTenth ?? null,
      text: times,
      difference: { value: minus(draft.liftWorstTenth, baseline?.liftWorstTenth), decimals: 1, good: 'up' },
    },
    {
      name: `${outcome.name} in ${sides.after[0]?.name ?? 'the worst band'}`,
      before: worstBefore,
      after: worstAfter,
      moving: movingBand && movingBand.observations > 0 ? movingBand.events / movingBand.observations : null,
      text: (value: number) => percentText(value, 1),
      difference: {
        value: minus(worstAfter, worstBefore, 100),
        decimals: 1,
        unit: 'pts',
        good: outcome.polarity === 'good' ? 'down' : 'up',
      },
    },
  ];
  return rows.flatMap(({ after, ...row }) => (after ? [{ ...row, after }] : []));
}

/** The moving value against the settled baseline, in the unit of the row. */
function differenceOf(moving: number | null, before: Estimate | null, { unit }: Row['difference']): number | null {
  return moving === null || before?.value == null ? null : (moving - before.value) * (unit === 'pts' ? 100 : 1);
}

/** A difference is called better or worse only where its interval leaves no doubt of its sign. */
function isCertain(interval: Estimate['interval'] | undefined): boolean {
  return interval != null && interval[0] > 0 === interval[1] > 0 && interval[0] !== 0 && interval[1] !== 0;
}
