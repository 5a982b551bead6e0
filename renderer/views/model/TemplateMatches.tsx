import { useState } from 'react';
import { describeMetric } from '../../../shared/model/describeMetric.ts';
import { numberText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { Select } from '../../parts/Select.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { applyTemplate, columnsFor, type Match, matchTemplate, type Template } from './edit/applyTemplate.ts';
import { useModelScreen } from './modelStore.ts';
import styles from './TemplateChooser.module.css';

interface TemplateMatchesProps {
  template: Template;
  onBack: () => void;
  onDone: () => void;
}

/** Which of the study's metrics stands for which of the template's; what has no counterpart is left out, and can be added later. */
export function TemplateMatches({ template, onBack, onDone }: TemplateMatchesProps) {
  const { draft, open, edit } = useStudy();
  const select = useModelScreen((state) => state.select);
  const { metrics } = draft.definition;
  const sources = open?.study.sources ?? [];
  const accounts = sources.find(({ id }) => id === draft.definition.account?.source);
  const [matches, setMatches] = useState(() => matchTemplate(template, metrics, sources, accounts));
  const kept = [...matches.values()].filter(({ kind }) => kind !== 'leave out').length;
  const own = new Map((template.document.metrics ?? []).map((metric) => [metric.id, metric]));
  const apply = () => {
    edit(`template ${template.name}`, (before) => applyTemplate(before, template, matches));
    select(null);
    onDone();
  };
  return (
    <div className={styles.matches}>
      <p>
        <strong>{template.name}:</strong> {numberText(kept)} of {numberText(matches.size)} metrics are matched. What is left out leaves the
        tree, and its siblings share its weight.{kept === 0 && ' Choose at least one to go on.'}
      </p>
      <div className={styles.actions}>
        <Button onClick={onBack}>Back</Button>
        <Button tone="primary" disabled={kept === 0} onClick={apply}>
          Copy the model into the study
        </Button>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Metric of the template</th>
            <th scope="col">In this study</th>
          </tr>
        </thead>
        <tbody>
          {[...matches].map(([id, match]) => {
            const metric = own.get(id);
            return (
              <tr key={id}>
                <th scope="row">
                  {metric?.name ?? id}
                  {metric && <div className={styles.secondary}>{metric.description ?? describeMetric(metric)}</div>}
                </th>
                <td>
                  <Select
                    label={`Metric that stands for ${metric?.name ?? id}`}
                    labelHidden
                    value={match.kind === 'use' ? `use ${match.metric}` : match.kind === 'column' ? `column ${match.column}` : match.kind}
                    options={[
                      { value: 'leave out', label: 'left out for now' },
                      ...(metric ? [{ value: 'define', label: "the template's own definition" }] : []),
                      ...metrics.map((one) => ({ value: `use ${one.id}`, label: one.name })),
                      ...columnsFor(metric, accounts).map(({ name }) => ({ value: `column ${name}`, label: `column ${name}` })),
                    ]}
                    onChange={(choice) => setMatches(new Map(matches).set(id, matchFrom(choice, accounts?.id ?? '')))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function matchFrom(choice: string, accounts: string): Match {
  if (choice === 'define' || choice === 'leave out') return { kind: choice };
  if (choice.startsWith('column ')) return { kind: 'column', source: accounts, column: choice.slice('column '.length) };
  return { kind: 'use', metric: choice.slice('use '.length) };
}
