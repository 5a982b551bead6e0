import type { Metric } from '../../../../shared/model/metric.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { EntityEditor } from './EntityEditor.tsx';
import { editEntities } from './editEntities.ts';
import { firstMetricValue } from './firstMetricValue.ts';
import { MetricForm } from './MetricForm.tsx';
import { metricKinds } from './metricKinds.ts';

const edits = editEntities<'metrics'>('metrics', 'metric', (study, name) => ({
  name: '',
  direction: 'higher',
  valueType: 'number',
  value: firstMetricValue(study, name),
  youngAccounts: 'as-is',
}));

/** What is measured: one value per account and as-of date, each from its source. */
export function MetricsEditor() {
  const metrics = useStudy(({ draft }) => draft.definition.metrics);
  return (
    <EntityEditor<Metric>
      title="Metrics"
      about="one value per account and as-of date, from what was known then"
      noun="metric"
      entities={metrics}
      summary={({ value, unit }) => [metricKinds.find(({ value: kind }) => kind === value.kind)?.label, unit].filter(Boolean).join(' · ')}
      onAdd={edits.add}
      onRemove={edits.remove}
      empty="A metric is a column of the account row, or a count, sum or trend over dated rows. A template on the Model screen brings its own."
    >
      {(metric) => <MetricForm metric={metric} onChange={edits.replace} />}
    </EntityEditor>
  );
}
