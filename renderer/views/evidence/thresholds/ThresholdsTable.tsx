import type { SuggestedThreshold } from '../../../../shared/contract/suggestedWeights.ts';
import { fixedText, numberText, percentText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { EstimateText } from '../EstimateText.tsx';
import { rateText, valueOr } from '../estimateText.ts';
import { IntervalBar } from '../IntervalBar.tsx';
import { Section } from '../Section.tsx';
import table from '../table.module.css';

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
  return (
    <Section
      title={`Edge of ${worst}`}
      about="flagged = score below it; ring: the edge as it is, bar: 90 % of resampled accounts give a threshold in here"
    >
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col">Threshold (90 % range)</th>
              <td />
              <th scope="col">Flagged</th>
              <th scope="col">Events flagged, missed</th>
              <th scope="col">Others flagged, left alone</th>
              <th scope="col">Sensitivity, specificity, precision</th>
              <th scope="col">Rate below</th>
              <th scope="col">Rate from there on</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {ways.map(({ way, name, threshold, range, table: counts, sentence }) => (
              <tr key={way}>
                <th scope="row">
                  <span className={table.lines}>
                    {name}
                    <span className={table.secondary}>{sentence}</span>
                  </span>
                </th>
                <td>
                  <strong>{valueOr(threshold, oneDecimal)}</strong>
                  {range && ` (${oneDecimal(range[0])} to ${oneDecimal(range[1])})`}
                </td>
                <td>
                  {threshold !== null && (
                    <IntervalBar value={threshold} interval={range} before={current ?? undefined} domain={[0, 100]} width={100} />
                  )}
                </td>
                {counts ? (
                  <>
                    <td>
                      {numberText(counts.flagged)} ({percentText(counts.flaggedShare, 1)})
                    </td>
                    <td>
                      {numberText(counts.truePositives)}, {numberText(counts.falseNegatives)}
                    </td>
                    <td>
                      {numberText(counts.falsePositives)}, {numberText(counts.trueNegatives)}
                    </td>
                    <td>
                      {[counts.sensitivity, counts.specificity, counts.precision]
                        .map((share) => valueOr(share, (one) => percentText(one)))
                        .join(', ')}
                    </td>
                    <td>
                      <EstimateText estimate={counts.rateBelow} style={rateText} />
                    </td>
                    <td>
                      <EstimateText estimate={counts.rateFrom} style={rateText} />
                    </td>
                  </>
                ) : (
                  <td colSpan={6} />
                )}
                <td>
                  {threshold !== null && onTake && (
                    <Button aria-label={`${name}: make it the edge of ${worst}`} onClick={() => onTake(threshold)}>
                      Make it the edge
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const oneDecimal = (score: number) => fixedText(score, 1);
