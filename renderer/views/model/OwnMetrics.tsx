import { countText, numberText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { currentAutosave } from '../../state/autosave.ts';
import { useHost } from '../../state/host.ts';
import { useImports } from '../../state/importStore.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import { hasDirection, isWeighed, modelOfMetrics } from './edit/modelOfMetrics.ts';
import styles from './TemplateChooser.module.css';

/** A model of the metrics the study has already, to be looked at and changed: the shortest way from exports to a score. */
export function OwnMetrics({ onDone }: { onDone: () => void }) {
  const { invoke } = useHost();
  const metrics = useStudy((state) => state.draft.definition.metrics);
  const edit = useStudy((state) => state.edit);
  const { tell, fail } = useNotices();
  const counted = metrics.filter(hasDirection);
  const numbers = metrics.filter(({ valueType }) => valueType === 'number');
  const start = async () => {
    await currentAutosave()?.flush();
    const found = await useImports
      .getState()
      .run('Looking at the metrics', (job) => Promise.all(numbers.map(({ id }) => invoke('profile-metric', { metric: id }, job))));
    const profiles = new Map(found.map((profile) => [profile.metric, profile]));
    edit('new model of own metrics', (draft) => modelOfMetrics(draft, profiles));
    onDone();
    if (!counted.some((metric) => isWeighed(metric, profiles.get(metric.id))))
      tell('No metric that says which way is healthier differs between accounts, so none got a weight: the model gives no score yet.');
  };
  if (metrics.length === 0) return null;
  return (
    <li className={styles.template}>
      <h3>Your metrics</h3>
      <p>A first score from what the study measures already.</p>
      <p className={styles.secondary}>
        {counted.length === 0
          ? 'No metric says yet which way is healthier; say so on Sources, under Metrics.'
          : `${numberText(counted.length)} of ${countText(metrics.length, 'metric')} say which way is healthier: those that differ between accounts count the same, each over its own range. The others are only observed.`}
      </p>
      <Button disabled={counted.length === 0} onClick={() => void start().catch(fail)}>
        Start with these
      </Button>
    </li>
  );
}
