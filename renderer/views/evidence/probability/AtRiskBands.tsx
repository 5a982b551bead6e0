import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { moneyText, numberText } from '../../../charts/numberText.ts';
import { EstimateText } from '../EstimateText.tsx';
import { rateText } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';

/** Probability and expected revenue at risk of each band of the book. */
export function AtRiskBands({ answer: { bands, total, currency, horizon, asOf } }: { answer: CallOutput<'estimate-probability'> }) {
  const money = (amount: number) => moneyText(amount, currency);
  return (
    <Section title="Revenue at risk by band" about={`book of ${asOf}, ${horizon}; at risk = probability times revenue, summed`}>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Band</th>
              <th scope="col">Accounts</th>
              <th scope="col">Revenue</th>
              <th scope="col">Mean probability (95 %)</th>
              <th scope="col">Revenue at risk (95 %)</th>
            </tr>
          </thead>
          <tbody>
            {bands.map((band) => (
              <tr key={band.band}>
                <th scope="row">{band.name}</th>
                <td>{numberText(band.accounts)}</td>
                <td>{money(band.revenue)}</td>
                <td>
                  <EstimateText estimate={band.probability} style={rateText} />
                </td>
                <td>
                  <EstimateText estimate={band.atRisk} style={money} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">All</th>
              <td>{numberText(total.accounts)}</td>
              <td>{money(total.revenue)}</td>
              <td />
              <td>
                <EstimateText estimate={total.atRisk} style={money} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Section>
  );
}
