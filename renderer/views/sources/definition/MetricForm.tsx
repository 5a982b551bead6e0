import type { Metric } from '../../../../shared/model/metric.ts';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { fittingColumn } from '../../../state/fittingColumn.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { columnsOf, useSources } from '../../../state/useSources.ts';
import styles from '../form.module.css';
import { MetricPreview } from './MetricPreview.tsx';
import { MetricValueForm } from './MetricValueForm.tsx';
import { directions, metricKinds, metricValueOf, youngAccountRules } from './metricKinds.ts';

interface MetricFormProps {
  metric: Metric;
  onChange: (metric: Metric) => void;
}

/** Everything about one metric, and what it comes to over the book. */
export function MetricForm({ metric, onChange }: MetricFormProps) {
  const { metrics, account } = useStudy(({ draft }) => draft.definition);
  const sources = useSources();
  const set = (change: Partial<Metric>) => onChange({ ...metric, ...change });
  const source = 'source' in metric.value ? metric.value.source : (sources[0]?.id ?? 'accounts');
  const columns = columnsOf(sources.find(({ id }) => id === source));
  const column =
    'column' in metric.value && metric.value.column
      ? metric.value.column
      : ((fittingColumn(metric.valueType, columns, account?.source === source ? account.key : undefined) ?? columns[0])?.name ?? '');
  return (
    <>
      <div className={styles.section}>
        <div className={styles.form}>
          <TextField label="Name" value={metric.name} onChange={(name) => name.trim() && set({ name: name.trim() })} />
          <TextField
            label="Unit"
            value={metric.unit ?? ''}
            placeholder="%, days, per month"
            onChange={(unit) => set({ unit: unit.trim() || undefined })}
          />
          <Select label="Direction" value={metric.direction} options={directions} onChange={(direction) => set({ direction })} />
          <Select
            label="Holds"
            value={metric.valueType}
            options={[
              { value: 'number', label: 'a number' },
              { value: 'category', label: 'a category' },
            ]}
            onChange={(valueType) => set({ valueType })}
          />
          <Select
            label="Measured as"
            value={metric.value.kind}
            options={metricKinds}
            onChange={(kind) => set({ value: metricValueOf(kind, source, column) })}
          />
          <MetricValueForm value={metric.value} onChange={(value) => set({ value })} />
          <Select
            label="Divided by"
            value={metric.per ?? ''}
            options={[
              { value: '', label: 'nothing' },
              ...metrics.filter(({ id }) => id !== metric.id).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(per) => set({ per: per || undefined })}
            hint="Missing when that is 0 or missing."
          />
          {metric.value.kind === 'window' && (
            <Select
              label="Account younger than the window"
              value={metric.youngAccounts}
              options={youngAccountRules}
              onChange={(youngAccounts) => set({ youngAccounts })}
            />
          )}
          <TextField
            className={styles.wide}
            label="In plain words"
            value={metric.description ?? ''}
            onChange={(description) => set({ description: description.trim() || undefined })}
          />
          {metric.note && <p className={`${styles.hint} ${styles.wide}`}>{metric.note}</p>}
        </div>
      </div>
      <MetricPreview metric={metric.id} />
    </>
  );
}
