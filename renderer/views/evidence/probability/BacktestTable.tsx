import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { numberText } from '../../../charts/numberText.ts';
import { EstimateText } from '../EstimateText.tsx';
import { indexText, rateText } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';

/** What was predicted at each past date from what was known then, against what then happened. */
export function BacktestTable({ answer: { backtest } }: { answer: CallOutput<'estimate-probability'> }) {
  if (backtest.length === 0) return null;
  return (
    <Section title="Backtest" about="fitted on what was known at each date, against what then happened">
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Fitted on</th>
              <th scope="col">Predicted</th>
              <th scope="col">Observed (95 %)</th>
              <th scope="col">AUC (95 %)</th>
            </tr>
          </thead>
          <tbody>
            {backtest.map(({ asOf, trainedOn, predicted, observed, auc }) => (
              <tr key={asOf}>
                <th scope="row">{asOf}</th>
                <td>{numberText(trainedOn)} observations</td>
                <td>{rateText(predicted)}</td>
                <td>
                  <EstimateText estimate={observed} style={rateText} />
                </td>
                <td>
                  <EstimateText estimate={auc} style={indexText} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
