import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { EstimateText } from '../EstimateText.tsx';
import { indexText, rateText, shiftText } from '../estimateText.ts';
import { PolarityNote } from '../PolarityNote.tsx';
import table from '../table.module.css';
import { VerdictLine } from '../VerdictLine.tsx';

/** What the confirmation set said of a version. */
export function ConfirmationAnswer({ answer }: { answer: CallOutput<'confirm-version'> }) {
  const { version, against, basis, auc, otherAuc, bands, verdict } = answer;
  return (
    <>
      <VerdictLine verdict={verdict} />
      <PolarityNote outcome={basis.outcome} />
      <table className={table.table}>
        <caption>On the confirmation set</caption>
        <tbody>
          <tr>
            <th scope="row">AUC of {version.name}</th>
            <td>
              <EstimateText estimate={auc} style={indexText} />
            </td>
          </tr>
          {against && (
            <tr>
              <th scope="row">AUC of {against.name}</th>
              <td>
                <EstimateText estimate={otherAuc} style={indexText} />
              </td>
            </tr>
          )}
          {verdict.difference && (
            <tr>
              <th scope="row">Difference, paired</th>
              <td>
                <EstimateText estimate={verdict.difference} style={shiftText} />
              </td>
            </tr>
          )}
          {bands.map((band) => (
            <tr key={band.band}>
              <th scope="row">Outcome rate in {band.name}</th>
              <td>
                <EstimateText estimate={band.rate} style={rateText} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
