import type { Flagging, SuggestedThreshold } from '../../../../shared/contract/suggestedWeights.ts';
import { countText, numberText, percentText, scoreText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { EstimateText } from '../EstimateText.tsx';
import { rateText, valueOr } from '../estimateText.ts';
import { IntervalBar } from '../IntervalBar.tsx';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import styles from './ThresholdsTable.module.css';

interface ThresholdsTableProps {
  ways: readonly SuggestedThreshold[];
  /** The edge of the worst band as it is. */
  current: number | null;
  worst: string;
  /** Null when the model has no edge to move. */
  onTake: ((threshold: number) => void) | null;
}

/** Every way to choose the edge: the threshold with its range, what it would flag, and how often it would be right. */
export function ThresholdsTable({ ways, current, worst, onTake }: ThresholdsTableProps) {
  const method = ways.find((way) => way.table?.rateBelow.method)?.table?.rateBelow.method ?? null;
  return (
    <Section
      title={`Edge of ${worst}`}
      about="flagged = score below it; ring: the edge as it is, bar: 90 % of resampled accounts give a threshold in here; other accounts: judged by a threshold that the rest of them chose"
    >
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Threshold (90 % range)</th>
              <td />
              <th scope="col">Flagged</th>
              <th scope="col">Events flagged / missed</th>
              <th scope="col">Others flagged / not</th>
              <th
                scope="col"
                title="Sensitivity: share of the events flagged. Specificity: share of the others left alone. Precision: share of the flagged with the outcome."
              >
                Sensitivity / specificity / precision
              </th>
              <th scope="col">Rate below{method && `, 95 % by ${method}`}</th>
              <th scope="col">Rate from there on</th>
            </tr>
          </thead>
          {ways.map((way) => (
            <tbody key={way.way}>
              <tr>
                <th scope="rowgroup" colSpan={8} className={styles.way}>
                  <span className={styles.words}>
                    <strong>{way.name}</strong> <span className={table.secondary}>{way.sentence}</span>
                  </span>
                  {way.threshold !== null && onTake && (
                    <Button
                      aria-label={`${way.name}: make it the edge of ${worst}`}
                      onClick={() => way.threshold !== null && onTake(way.threshold)}
                    >
                      Make it the edge
                    </Button>
                  )}
                </th>
              </tr>
              {way.threshold !== null && <Numbers way={way} current={current} method={method} />}
            </tbody>
          ))}
        </table>
      </div>
    </Section>
  );
}

interface NumbersProps {
  way: SuggestedThreshold;
  current: number | null;
  method: string | null;
}

/** On the observations that chose the threshold, and below that on accounts that did not. */
function Numbers({ way: { threshold, range, table: counts, outOfFold }, current, method }: NumbersProps) {
  return (
    <>
      <tr className={styles.numbers}>
        <th scope="row">
          <strong>{valueOr(threshold, scoreText)}</strong>
          {range && ` (${scoreText(range[0])} to ${scoreText(range[1])})`}
        </th>
        <td>
          <IntervalBar value={threshold} interval={range} before={current ?? undefined} domain={[0, 100]} width={100} />
        </td>
        {counts && <FlaggingCells counts={counts} method={method} />}
      </tr>
      {outOfFold && (
        <tr className={styles.numbers}>
          <th scope="row" colSpan={2}>
            Other accounts <div className={table.secondary}>{foldsText(outOfFold)}</div>
          </th>
          <FlaggingCells counts={outOfFold.table} method={method} />
        </tr>
      )}
    </>
  );
}

function foldsText({ folds: { count, skipped }, thresholds: [low, high] }: NonNullable<SuggestedThreshold['outOfFold']>): string {
  const edges = scoreText(low) === scoreText(high) ? scoreText(low) : `${scoreText(low)} to ${scoreText(high)}`;
  return `${countText(count, 'fold')}${skipped > 0 ? `, ${numberText(skipped)} skipped` : ''}, edges ${edges}`;
}

function FlaggingCells({ counts, method }: { counts: Flagging; method: string | null }) {
  return (
    <>
      <td>
        {numberText(counts.flagged)} ({percentText(counts.flaggedShare, 1)})
      </td>
      <td>
        {numberText(counts.truePositives)} / {numberText(counts.falseNegatives)}
      </td>
      <td>
        {numberText(counts.falsePositives)} / {numberText(counts.trueNegatives)}
      </td>
      <td>
        {[counts.sensitivity, counts.specificity, counts.precision].map((share) => valueOr(share, (one) => percentText(one))).join(' / ')}
      </td>
      <td>
        <EstimateText estimate={counts.rateBelow} style={rateText} said={method} />
      </td>
      <td>
        <EstimateText estimate={counts.rateFrom} style={rateText} said={method} />
      </td>
    </>
  );
}
