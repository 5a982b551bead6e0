import { useState } from 'react';
import { freeIdentifier, identifierFrom } from '../../../shared/model/identifier.ts';
import type { Model } from '../../../shared/model/model.ts';
import { Button } from '../../parts/Button.tsx';
import { useStudy } from '../../state/studyStore.ts';
import styles from './SegmentsSection.module.css';
import { TemplateDialog } from './TemplateDialog.tsx';

/** What can be done with a model as a whole: copy it, start another from a template, remove it. */
export function ModelActions({ model }: { model: Model }) {
  const { edit, draft } = useStudy();
  const [choosing, setChoosing] = useState(false);
  const copy = () =>
    edit(`copying ${model.name}`, (before) => {
      const name = `${model.name} (copy)`;
      const id = freeIdentifier(
        identifierFrom(name),
        before.models.map((each) => each.id),
      );
      return { ...before, models: [...before.models, { ...model, id, name }], currentModel: id };
    });
  const remove = () =>
    edit(`removing ${model.name}`, (before) => {
      const models = before.models.filter(({ id }) => id !== model.id);
      return { ...before, models, currentModel: models[0]?.id ?? null };
    });
  return (
    <section aria-label="The model as a whole" className={styles.actions}>
      <Button onClick={copy}>Copy this model</Button>
      <Button aria-haspopup="dialog" onClick={() => setChoosing(true)}>
        New model …
      </Button>
      <Button tone="danger" onClick={remove}>
        Remove {draft.models.length > 1 ? 'this model' : 'the model'}
      </Button>
      {choosing && <TemplateDialog onClose={() => setChoosing(false)} />}
    </section>
  );
}
