import { useMemo, useState } from 'react';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { numberText } from '../../../charts/numberText.ts';
import { Choice } from '../../../parts/Choice.tsx';
import { EstimateText } from '../EstimateText.tsx';
import { indexText, shiftText, warningTexts } from '../estimateText.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { FitBar } from '../fits/FitBar.tsx';
import { useFits } from '../fits/fitStore.ts';
import { RunLine } from '../fits/RunLine.tsx';
import { useFit } from '../fits/useFit.ts';
import { Section } from '../Section.tsx';
import section from '../section.module.css';
import table from '../table.module.css';
import { WarningNotes } from '../WarningNotes.tsx';

type Kind = NonNullable<CallInput<'run-challenger'>['kind']>;

/** What an explainable score costs: a freer model on the same folds. */
export function ChallengerTab({ scope: { outcome, model, gate } }: { scope: EvidenceScope }) {
  const before = useFits(({ fits }) => fits['run-challenger']?.input);
  const [kind, setKind] = useState<Kind>(before?.kind ?? 'splines');
  const wanted = useMemo(() => ({ outcome: outcome.id, model, kind }), [outcome.id, model, kind]);
  const fit = useFit('run-challenger', wanted);
  const answer = fit.value;
  return (
    <div className={section.tab}>
      <p>
        A freer model may bend every metric as the data say, or let pairs of metrics work together. Nobody could explain its score; what it
        gains on the same folds is what an explainable score costs.
      </p>
      <div className={section.row}>
        <Choice
          label="What the challenger may do"
          value={kind}
          options={[
            { value: 'splines', label: 'Bend every metric' },
            { value: 'pairs', label: 'Combine pairs' },
          ]}
          onChange={setKind}
        />
        <FitBar fit={fit} gate={gate} needs="challenger" action="Run the challenger" label="Fitting the challenger" />
      </div>
      {answer && (
        <>
          <p className={section.large}>{answer.sentence}</p>
          {answer.auc && (
            <Section title="Out of fold" about="AUC on the same folds by account; difference paired">
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">Draft</th>
                    <th scope="col">
                      Challenger, {numberText(answer.terms)} terms{answer.penalty !== null && `, penalty ${numberText(answer.penalty, 3)}`}
                    </th>
                    <th scope="col">Difference</th>
                  </tr>
                </thead>
                <tbody>
                  <tr>
                    <td>
                      <EstimateText estimate={answer.auc.current} style={indexText} />
                    </td>
                    <td>
                      <EstimateText estimate={answer.auc.suggested} style={indexText} />
                    </td>
                    <td>
                      <EstimateText estimate={answer.auc.difference} style={shiftText} />
                    </td>
                  </tr>
                </tbody>
              </table>
            </Section>
          )}
          <WarningNotes label="To know about the challenger" sentences={warningTexts(answer.warnings)} />
          <RunLine run={answer.run} basis={answer.basis} />
        </>
      )}
    </div>
  );
}
