import { type ReactNode, useMemo } from 'react';
import { modelDifferences } from '../../../shared/comparison/modelDifferences.ts';
import { swapSentence } from '../../../shared/comparison/swapSentence.ts';
import type { ModelDifference, SwapSet } from '../../../shared/contract/comparisonCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import { differenceText, fixedText, numberText } from '../../charts/numberText.ts';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import type { Question } from './live/question.ts';
import { numberWords } from './numberWords.ts';
import { ScenarioBands } from './ScenarioBands.tsx';
import styles from './ScenarioTable.module.css';
import { movementSentence } from './sentences.ts';
import { movementOf } from './shifts.ts';
import { comparedInput, evidenceInput } from './useComparison.ts';

interface ScenarioRowProps {
  name: string;
  model: Model;
  /** The baseline's definition; null for a given score. */
  baseline: Model | null;
  question: Question;
  currency: string | null;
}

const listed = 6;

/** One model against the baseline, in one line of the side-by-side table. */
export function ScenarioRow({ name, model, baseline, question, currency }: ScenarioRowProps) {
  const { value, failure } = useCall('compare-models', comparedInput(question, model));
  const evidence = useCall('compare-evidence', evidenceInput(question, model));
  const sides = value && { before: value.baseline.bands, after: value.draft.bands };
  const metrics = useStudy(({ draft }) => draft.definition.metrics);
  const differences = useMemo(() => {
    const nameOf = (metric: string) => metrics.find(({ id }) => id === metric)?.name ?? metric;
    return baseline && modelDifferences(baseline, model, nameOf, numberText);
  }, [baseline, model, metrics]);
  const swapSet = evidence.value?.swapSet ?? null;
  const draft = evidence.value?.draft;
  const isPending = evidence.value === null && evidence.failure === null;
  const difference = evidence.value?.aucDifference;
  return (
    <tr aria-busy={value === null && failure === null}>
      <th scope="row">{name}</th>
      <td>
        <FailureNote failure={failure} />
        {differences ? <Differences differences={differences} /> : 'a given score has no definition'}
      </td>
      <td className={styles.close}>{sides && <ScenarioBands book={value.book} {...sides} />}</td>
      <td>{sides && movementSentence(movementOf(value.book, sides.before, sides.after), currency)}</td>
      {question.outcome !== null && (
        <>
          <td>
            <FailureNote failure={evidence.failure} />
            {swapSet && <SwapSentences swapSet={swapSet} />}
            {isPending && '…'}
          </td>
          <Measured estimate={draft?.auc} isPending={isPending} text={fraction}>
            {difference?.interval && (
              <span className={styles.interval}>
                against the baseline {difference.interval.map((end) => differenceText(end, 3)).join(' to ')}
              </span>
            )}
          </Measured>
          <Measured estimate={draft?.ks} isPending={isPending} text={fraction} />
          <Measured estimate={draft?.liftWorstTenth} isPending={isPending} text={(value) => `${fixedText(value, 1)}×`} />
        </>
      )}
    </tr>
  );
}

function Differences({ differences }: { differences: readonly ModelDifference[] }) {
  if (differences.length === 0) return 'nothing';
  const lines = differences.map(({ what, where, before: was, after }) => (
    <li key={`${what} ${where} ${was} ${after}`}>
      {where}: {was} → {after}
    </li>
  ));
  return (
    <>
      <ul>{lines.slice(0, listed)}</ul>
      {lines.length > listed && (
        <details>
          <summary>and {numberText(lines.length - listed)} more</summary>
          <ul>{lines.slice(listed)}</ul>
        </details>
      )}
    </>
  );
}

/** Those who become the worst first; the other ways of moving on demand. */
function SwapSentences({ swapSet: { groups, outcome } }: { swapSet: SwapSet }) {
  const [worst, ...others] = groups;
  const moving = others.filter(({ observations }) => observations > 0);
  return (
    <>
      {worst && swapSentence(worst, outcome, numberWords)}
      {moving.length > 0 && (
        <details>
          <summary>the other ways of moving</summary>
          <ul>
            {moving.map((group) => (
              <li key={group.id}>{swapSentence(group, outcome, numberWords)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface MeasuredProps {
  /** Null where there is no such number, missing where it could not be measured. */
  estimate: Estimate | null | undefined;
  /** It is being measured. */
  isPending: boolean;
  text: (value: number) => string;
  children?: ReactNode;
}

/** A number of the evidence with its interval. */
function Measured({ estimate, isPending, text, children }: MeasuredProps) {
  return (
    <td className={styles.close}>
      {isPending ? '…' : estimate?.value == null ? '–' : text(estimate.value)}
      {estimate?.interval && <span className={styles.interval}>{estimate.interval.map(text).join(' to ')}</span>}
      {children}
    </td>
  );
}

const fraction = (value: number) => fixedText(value, 3);
