import type { EvidenceOutcome } from '../../../../shared/contract/evidenceBasis.ts';
import type { MetricEvidence } from '../../../../shared/contract/metricEvidence.ts';
import { numberText, valueText } from '../../../charts/numberText.ts';
import { EstimateText } from '../EstimateText.tsx';
import { indexText, probabilityText, rateText, rateWords, valueOr } from '../estimateText.ts';
import table from '../table.module.css';

/** Every number of one metric with its interval, n and method. */
export function MetricNumbers({ evidence, outcome }: { evidence: MetricEvidence; outcome: EvidenceOutcome }) {
  const { auc, ks, spearman, correlation, informationValue: iv, mutualInformation: mi, missingRate, pValue, qValue, test } = evidence;
  return (
    <table className={table.table}>
      <caption>Numbers with 95 % interval, n and method</caption>
      <tbody>
        {auc && (
          <Row name="AUC, raw">
            <EstimateText estimate={auc} style={indexText} />
          </Row>
        )}
        <Row name="Spearman">
          <EstimateText estimate={spearman} style={indexText} />
        </Row>
        <Row name="Pearson">
          <EstimateText estimate={correlation} style={indexText} />
        </Row>
        {ks && (
          <Row name={ks.at === null ? 'KS' : `KS, at ${valueText(ks.at, evidence.unit)}`}>
            <EstimateText estimate={ks.estimate} style={indexText} />
          </Row>
        )}
        {iv && (
          <Row name="Information value">
            <EstimateText estimate={iv} style={indexText} />
            <p className={table.secondary}>
              null line {valueOr(iv.nullLine, indexText)} · {numberText(iv.bins)} bins; the value reads too high by what noise adds
            </p>
          </Row>
        )}
        {mi && (
          <Row name="Mutual information, nats">
            <EstimateText estimate={mi} style={indexText} />
            <p className={table.secondary}>
              bias {valueOr(mi.bias, indexText)} subtracted · {valueOr(mi.normalised, rateText)} of the outcome’s entropy
            </p>
          </Row>
        )}
        <Row name={outcome.kind === 'number' ? 'Mean where missing' : 'Rate where missing'}>
          {missingRate.observations === 0 ? (
            <Plain value="–" basis="no value is missing" />
          ) : (
            <EstimateText estimate={missingRate.rate} style={rateWords(outcome).rateText} />
          )}
        </Row>
        <Row name="q-value">
          <Plain
            value={valueOr(qValue, probabilityText)}
            basis={
              pValue === null ? 'no test' : `p ${probabilityText(pValue)} · ${test ?? ''} · Benjamini-Hochberg over this outcome’s metrics`
            }
          />
        </Row>
      </tbody>
    </table>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** A number without an interval, and what it rests on. */
function Plain({ value, basis }: { value: string; basis: string }) {
  return (
    <span className={table.lines}>
      <strong>{value}</strong>
      <span className={table.secondary}>{basis}</span>
    </span>
  );
}
