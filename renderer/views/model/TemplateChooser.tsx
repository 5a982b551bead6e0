import { useState } from 'react';
import { countText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { useCall } from '../../state/useCall.ts';
import { emptyModel, type Template, templateMetrics } from './edit/applyTemplate.ts';
import { useModelScreen } from './modelStore.ts';
import { OwnMetrics } from './OwnMetrics.tsx';
import styles from './TemplateChooser.module.css';
import { TemplateMatches } from './TemplateMatches.tsx';

/** The templates that come with Plumbline, and an empty model; a template's metrics are matched with the study's before it is copied. */
export function TemplateChooser({ onDone }: { onDone: () => void }) {
  const { value, failure } = useCall('list-templates', {});
  const [chosen, setChosen] = useState<Template | null>(null);
  const edit = useStudy((state) => state.edit);
  const select = useModelScreen((state) => state.select);
  if (chosen) return <TemplateMatches template={chosen} onBack={() => setChosen(null)} onDone={onDone} />;
  return (
    <div className={styles.chooser}>
      <FailureNote failure={failure} />
      <ul className={styles.templates}>
        <OwnMetrics
          onDone={() => {
            select(null);
            onDone();
          }}
        />
        {value?.templates.map((template) => (
          <li key={template.id} className={styles.template}>
            <h3>{template.name}</h3>
            <p>{template.objective}</p>
            <p className={styles.secondary}>
              {template.about} {countText(templateMetrics(template).length, 'metric')}.
            </p>
            <Button aria-label={`Use this template: ${template.name}`} onClick={() => setChosen(template)}>
              Use this template
            </Button>
          </li>
        ))}
        <li className={styles.template}>
          <h3>Empty model</h3>
          <p>Build the tree from your own metrics.</p>
          <p className={styles.secondary}>Red below 60, Yellow from 60, Green from 80; no metrics yet.</p>
          <Button
            onClick={() => {
              edit('new model', emptyModel);
              select(null);
              onDone();
            }}
          >
            Start empty
          </Button>
        </li>
      </ul>
    </div>
  );
}
