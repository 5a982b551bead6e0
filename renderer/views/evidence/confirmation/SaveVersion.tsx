import { useState } from 'react';
import type { Model } from '../../../../shared/model/model.ts';
import { Button } from '../../../parts/Button.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useHost } from '../../../state/host.ts';
import { useNotices } from '../../../state/noticeStore.ts';
import { useVersions } from '../../whatIf/versionStore.ts';
import styles from './SaveVersion.module.css';

interface SaveVersionProps {
  /** The draft as it is now. */
  model: Model;
  onSaved: (version: string) => void;
}

/** Saves the draft as a version that never changes again. */
export function SaveVersion({ model, onSaved }: SaveVersionProps) {
  const { invoke } = useHost();
  const [name, setName] = useState('');
  const save = async () => {
    const version = await invoke('save-version', { name: name.trim(), model });
    setName('');
    useVersions.getState().saved();
    onSaved(version.id);
  };
  return (
    <div className={styles.row}>
      <TextField label="Save the draft as a version, named" live value={name} onChange={setName} placeholder={model.name} />
      <Button disabled={name.trim() === ''} onClick={() => void save().catch(useNotices.getState().fail)}>
        Save the version
      </Button>
    </div>
  );
}
