import { useMemo, useState } from 'react';
import type { MetricEvidence } from '../../../../shared/contract/metricEvidence.ts';
import { DataTable, type Sort } from '../../../parts/DataTable.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import type { EvidenceScope } from '../evidenceScope.ts';
import { useEvidence } from '../evidenceStore.ts';
import { PartNote } from '../PartNote.tsx';
import { MetricDetail } from './MetricDetail.tsx';
import styles from './MetricsTab.module.css';
import { metricColumns } from './metricColumns.tsx';
import { sortedMetrics } from './sortedMetrics.ts';
import { useMetrics } from './useMetrics.ts';

/** Every metric against the outcome, strongest link first; a row opens the outcome rate per bin. */
export function MetricsTab({ scope }: { scope: EvidenceScope }) {
  const { outcome, model, part } = scope;
  const { metric: chosen, openMetric } = useEvidence();
  const { value, failure, progress, cancel } = useMetrics(outcome.id, model, part);
  const [sort, setSort] = useState<Sort | null>(null);
  const isCurrent = value?.basis.outcome.id === outcome.id;
  const metrics = useMemo(() => (value && isCurrent ? sortedMetrics(value.metrics, sort) : []), [value, isCurrent, sort]);
  const columns = useMemo(() => metricColumns(outcome, value), [outcome, value]);
  const opened = metrics.find(({ metric }) => metric === chosen);
  return (
    <div className={styles.metrics} data-open={opened !== undefined}>
      <div className={styles.list}>
        <FailureNote failure={failure} />
        <ProgressLine
          label={value && isCurrent && !value.isWhole ? 'Measuring the other metrics' : 'Measuring every metric'}
          progress={progress}
          onCancel={cancel}
        />
        {value && isCurrent && value.part && <PartNote part={value.part} />}
        {value && isCurrent && (
          <div className={styles.table} aria-busy={progress !== null || !value.isWhole}>
            <DataTable<MetricEvidence>
              label="Metrics against the outcome"
              columns={columns}
              total={metrics.length}
              rowAt={(index) => metrics[index]}
              keyOf={({ metric }) => metric}
              sort={sort}
              onSort={setSort}
              chosen={chosen}
              onChoose={({ metric }) => openMetric(metric)}
              empty={<EmptyState title="The study has no metric yet">Define metrics on the Sources screen.</EmptyState>}
            />
          </div>
        )}
      </div>
      {opened && <MetricDetail key={opened.metric} scope={scope} evidence={opened} onClose={() => openMetric(null)} />}
    </div>
  );
}
