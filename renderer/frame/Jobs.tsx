import { ProgressLine } from '../parts/ProgressLine.tsx';
import { useImports } from '../state/importStore.ts';
import styles from './Jobs.module.css';

/** Files on their way in, on every screen, each with a way out. */
export function Jobs() {
  const jobs = useImports((state) => state.jobs);
  if (jobs.length === 0) return null;
  return (
    <div className={styles.jobs}>
      {jobs.map((job) => (
        <div key={job.id} className={styles.job}>
          <strong>{job.label}</strong>
          <ProgressLine label={job.label} progress={job.progress} onCancel={job.cancel} />
        </div>
      ))}
    </div>
  );
}
