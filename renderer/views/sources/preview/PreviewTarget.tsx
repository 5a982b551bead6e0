import { isIsoDate } from '../../../../shared/model/isoDate.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import styles from './PreviewDialog.module.css';

/** What the file becomes: a new source, or the new content of one there is. */
export interface Target {
  name: string;
  /** Id of the source it refreshes. */
  refreshes: string | null;
  /** ISO day, or empty for the file's own day. */
  exportedOn: string;
}

interface PreviewTargetProps {
  target: Target;
  sources: readonly Source[];
  onChange: (target: Target) => void;
}

export function PreviewTarget({ target, sources, onChange }: PreviewTargetProps) {
  return (
    <div className={styles.reading}>
      <TextField label="Name of the source" live value={target.name} onChange={(name) => onChange({ ...target, name })} />
      <Select
        label="Becomes"
        value={target.refreshes ?? ''}
        options={[{ value: '', label: 'a new source' }, ...sources.map(({ id, name }) => ({ value: id, label: `new content of ${name}` }))]}
        onChange={(id) => onChange({ ...target, refreshes: id || null, name: sources.find((one) => one.id === id)?.name ?? target.name })}
      />
      <TextField
        label="Exported on"
        value={target.exportedOn}
        placeholder="the file's own day"
        check={(text) => (text === '' || isIsoDate(text) ? null : 'A day that exists, written YYYY-MM-DD.')}
        onChange={(exportedOn) => onChange({ ...target, exportedOn })}
      />
    </div>
  );
}
