import type { ScoreSlice } from '../../../../shared/contract/scorePerformance.ts';
import type { Warning } from '../../../../shared/stats/warning.ts';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import { EstimateText } from '../EstimateText.tsx';
import { indexText, rateWords, shiftText, timesText, warningTexts } from '../estimateText.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { gateNames } from '../gateNames.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';

/** What limits the numbers of a part; that there are too few accounts the gate says already. */
function limitsOf({ auc, rate }: ScoreSlice): Warning[] {
  return [...(auc?.warnings ?? []), ...rate.warnings].filter((code) => code !== 'FEW_EVENTS');
}

/** The score in each segment, with and without treated accounts, and with missing data handled both ways. */
export function SlicesTable({ scope: { outcome, model } }: { scope: EvidenceScope }) {
  const { value, failure, progress, cancel } = useCall('measure-slices', { outcome: outcome.id, scorer: { model } });
  const known = value?.basis.outcome.id === outcome.id ? value : null;
  const isNumber = outcome.kind === 'number';
  const whole = known?.slices[0]?.slice;
  const method = (isNumber ? whole?.spearman : whole?.auc)?.method;
  return (
    <Section
      title="Segments, treated accounts, missing data"
      about="all accounts: the same score on parts of the proof set, and with missing metrics handled both ways"
    >
      <FailureNote failure={failure} />
      <ProgressLine label="Measuring the parts" progress={progress} onCancel={cancel} />
      {known && (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Part</th>
                <th scope="col">
                  {isNumber ? 'Spearman' : 'AUC'}
                  {method && `, 95 % by ${method}`}
                </th>
                <th scope="col">Against the rest</th>
                <th scope="col">{isNumber ? 'Mean' : 'Rate'} (95 %)</th>
                {!isNumber && <th scope="col">Lift, tenth with the lowest scores</th>}
                <th scope="col" className={table.words}>
                  To know
                </th>
              </tr>
            </thead>
            <tbody>
              {known.slices.map(({ kind, id, name, gate, slice, difference, sentence }) => (
                <tr key={`${kind} ${id}`}>
                  <th scope="row">{name}</th>
                  <td>
                    <EstimateText estimate={isNumber ? slice.spearman : slice.auc} style={indexText} said={method} />
                  </td>
                  <td>
                    <EstimateText estimate={difference} style={shiftText} said={method} />
                  </td>
                  <td>
                    <EstimateText estimate={slice.rate} style={rateWords(outcome).rateText} said={method} />
                  </td>
                  {!isNumber && (
                    <td>
                      <EstimateText estimate={slice.liftWorstTenth} style={timesText} said={method} />
                    </td>
                  )}
                  <td className={table.words}>
                    {[sentence, `${gateNames[gate.level]}.`, ...warningTexts(limitsOf(slice))].filter(Boolean).join(' ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
