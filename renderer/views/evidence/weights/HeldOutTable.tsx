import { numberText } from '../../../charts/numberText.ts';
import { EstimateText } from '../EstimateText.tsx';
import { indexText, shiftText } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import type { Suggestion } from './WeightsTable.tsx';

/** The suggested against the current weights on observations that took no part in fitting them. */
export function HeldOutTable({ suggestion: { outOfFold, outOfTime, folds } }: { suggestion: Suggestion }) {
  const gap = folds.gapDays === null ? '' : `, with a gap of ${numberText(folds.gapDays)} days`;
  const ways = [
    {
      name: `Other accounts, ${numberText(folds.count)} folds${folds.skipped > 0 ? ` (${numberText(folds.skipped)} skipped)` : ''}`,
      pair: outOfFold,
    },
    { name: `Later dates${gap}`, pair: outOfTime },
  ];
  return (
    <Section title="On data not used to fit them" about="AUC of the score as scored; difference paired on the same observations">
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Held out</th>
              <th scope="col">Current</th>
              <th scope="col">Suggested</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {ways.map(({ name, pair }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {pair ? (
                  <>
                    <td>
                      <EstimateText estimate={pair.current} style={indexText} />
                    </td>
                    <td>
                      <EstimateText estimate={pair.suggested} style={indexText} />
                    </td>
                    <td>
                      <EstimateText estimate={pair.difference} style={shiftText} />
                    </td>
                  </>
                ) : (
                  <td colSpan={3}>too few events or dates to hold any out this way</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
