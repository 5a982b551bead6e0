import type { Finding } from '../../../../shared/contract/observationCalls.ts';
import { numberText } from '../../../charts/numberText.ts';
import { BandMark } from '../../../parts/BandMark.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { Panel } from '../../../parts/Panel.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { useCall } from '../../../state/useCall.ts';
import { useSelection } from '../sourcesStore.ts';
import styles from './ReportPanel.module.css';
import { SourceSummary } from './SourceSummary.tsx';
import { severities } from './severities.ts';

/** What is there and what is inconsistent, in plain words, the gravest first. */
export function ReportPanel() {
  const { value, failure, progress, cancel } = useCall('report-study', {});
  return (
    <Panel title="Data report" about="what is there, and what is inconsistent" flush className={styles.report}>
      <div className={styles.body}>
        <FailureNote failure={failure} />
        <ProgressLine label="Looking through the sources" progress={progress} onCancel={cancel} />
        {value && (
          <>
            <SourceSummary sources={value.sources} />
            {value.findings.length === 0 && (
              <EmptyState title="Nothing inconsistent found">Links, keys and dates agree with each other.</EmptyState>
            )}
            {severities.map(({ severity, title, mark }) => {
              const findings = value.findings.filter((finding) => finding.severity === severity);
              return (
                findings.length > 0 && (
                  <section key={severity} className={styles.group}>
                    <h3>
                      <BandMark band={mark} /> {title} <span className={styles.count}>{numberText(findings.length)}</span>
                    </h3>
                    <ul>
                      {findings.map((finding) => (
                        <FindingLine
                          key={JSON.stringify([finding.code, finding.source, finding.column, finding.sentence])}
                          finding={finding}
                        />
                      ))}
                    </ul>
                  </section>
                )
              );
            })}
          </>
        )}
      </div>
    </Panel>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const select = useSelection((state) => state.select);
  const { sentence, source, examples } = finding;
  return (
    <li className={styles.finding}>
      <p>{sentence}</p>
      <p className={styles.more}>
        {source !== null && (
          <button type="button" className={styles.link} onClick={() => select({ kind: 'source', id: source })}>
            Open {source}
          </button>
        )}
        {examples.length > 0 && <span>For example {examples.slice(0, 5).join(', ')}</span>}
      </p>
    </li>
  );
}
