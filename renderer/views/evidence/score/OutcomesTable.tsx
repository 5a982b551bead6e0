import type { ScoreSlice } from '../../../../shared/contract/scorePerformance.ts';
import type { Scorer } from '../../../../shared/contract/scorer.ts';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import { EstimateText } from '../EstimateText.tsx';
import { indexText, rateWords } from '../estimateText.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { horizonText } from '../horizonText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';

/** The score against every outcome of the study, side by side; numbers by rank correlation. */
export function OutcomesTable({ scope: { outcomes, model }, against }: { scope: EvidenceScope; against: Scorer | null }) {
  const { value, failure, progress, cancel } = useCall('measure-outcomes', {
    scorer: { model },
    outcomes: outcomes.map(({ outcome }) => outcome.id),
    ...(against && { against }),
  });
  return (
    <Section title="Every outcome" about="all accounts; AUC above one half, or a rank correlation above 0: the score does what it should">
      <FailureNote failure={failure} />
      <ProgressLine label="Measuring every outcome" progress={progress} onCancel={cancel} />
      {value && (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Outcome</th>
                <th scope="col">Rate or mean (95 %)</th>
                <th scope="col">{value.scorer.name}</th>
                {value.against && <th scope="col">{value.against.name}</th>}
                <th scope="col" className={table.words}>
                  Dates
                </th>
              </tr>
            </thead>
            <tbody>
              {value.outcomes.map(({ outcome, basis, score, other, sentence }) => (
                <tr key={outcome.id}>
                  <th scope="row">
                    <span className={table.lines}>
                      {outcome.name}
                      <span className={table.secondary}>{horizonText(outcome)}</span>
                    </span>
                  </th>
                  <td>
                    <EstimateText estimate={score?.rate ?? null} style={rateWords(outcome).rateText} />
                  </td>
                  <td>
                    <Link slice={score} />
                  </td>
                  {value.against && (
                    <td>
                      <Link slice={other} />
                    </td>
                  )}
                  <td className={table.words}>{[basis && `${basis.set.from} to ${basis.set.to}.`, sentence].filter(Boolean).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

/** AUC, or Spearman's where there is none; named, because they stand in one column. */
function Link({ slice }: { slice: ScoreSlice | null }) {
  if (!slice) return '–';
  return (
    <span className={table.lines}>
      <span className={table.secondary}>{slice.auc ? 'AUC' : 'Spearman'}</span>
      <EstimateText estimate={slice.auc ?? slice.spearman} style={indexText} />
    </span>
  );
}
