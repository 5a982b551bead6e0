import { countText, numberText } from '../../../charts/numberText.ts';
import { EstimateText } from '../EstimateText.tsx';
import { countsText, indexText, shiftText } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import { heldOutSentence } from './heldOutSentence.ts';
import type { Suggestion } from './WeightsTable.tsx';

/** The suggested against the current weights on observations that took no part in fitting them. */
export function HeldOutTable({ suggestion: { outOfFold, outOfTime, folds } }: { suggestion: Suggestion }) {
  const skipped = folds.skipped > 0 ? `, ${numberText(folds.skipped)} skipped` : '';
  const ways = [
    { name: 'Other accounts', pair: outOfFold },
    { name: folds.gapDays === null ? 'Later dates' : `Later dates, ${countText(folds.gapDays, 'day')} on`, pair: outOfTime },
  ];
  return (
    <Section
      title="On data not used to fit them"
      about={`AUC of the score as scored, ${countText(folds.count, 'fold')}${skipped}; difference paired on the same observations`}
    >
      <p>{heldOutSentence(outOfFold, outOfTime)}</p>
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
                <th scope="row">
                  {name} {pair && <span className={table.secondary}>{countsText(pair.difference)}</span>}
                </th>
                {pair ? (
                  <>
                    <td>
                      <EstimateText estimate={pair.current} style={indexText} said={countsText(pair.difference)} />
                    </td>
                    <td>
                      <EstimateText estimate={pair.suggested} style={indexText} said={countsText(pair.difference)} />
                    </td>
                    <td>
                      <EstimateText estimate={pair.difference} style={shiftText} said={countsText(pair.difference)} />
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
