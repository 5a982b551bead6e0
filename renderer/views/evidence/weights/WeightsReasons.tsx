import { fixedText, numberText } from '../../../charts/numberText.ts';
import { warningTexts } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import { WarningNotes } from '../WarningNotes.tsx';
import type { Suggestion } from './WeightsTable.tsx';

/** How the suggestion came about: the pull towards the current weights, the price of the bounds, what was refused. */
export function WeightsReasons({ suggestion }: { suggestion: Suggestion }) {
  const { pull, priceOfBounds, resamples, eventsPerWeight, warnings, outOfFold, outOfTime } = suggestion;
  return (
    <Section title="How it came about">
      <p>
        {numberText(eventsPerWeight, 1)} events for each weight that moved. The pull towards the current weights was chosen by
        cross-validation: {numberText(pull.chosen, 3)}, the strongest whose loss lies within one standard error of the best. Stability
        ranges from {numberText(resamples.count)} resamples of accounts
        {resamples.skipped > 0 && `, ${numberText(resamples.skipped)} skipped`}.
      </p>
      {priceOfBounds && <p>{priceOfBounds.sentence}</p>}
      <WarningNotes
        label="To know about the suggestion"
        sentences={warningTexts(warnings, outOfFold?.difference.warnings, outOfTime?.difference.warnings)}
      />
      <details>
        <summary>Pulls that were tried</summary>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Pull</th>
              <th scope="col">Log loss, out of fold</th>
              <th scope="col">Standard error</th>
            </tr>
          </thead>
          <tbody>
            {pull.tried.map(({ pull: tried, logLoss, standardError }) => (
              <tr key={tried}>
                <th scope="row">{numberText(tried, 3)}</th>
                <td>{fixedText(logLoss, 5)}</td>
                <td>{fixedText(standardError, 5)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
