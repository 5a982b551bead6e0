import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useSourceActions } from '../../state/useSourceActions.ts';
import styles from './PathEntry.module.css';

/** A file named by its path on this machine. */
export function PathEntry() {
  const [path, setPath] = useState('');
  const { receivePaths } = useSourceActions();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = path.trim().replace(/^"(.*)"$/, '$1');
    if (typed === '') return;
    setPath('');
    void receivePaths([typed]);
  };
  return (
    <form className={styles.entry} onSubmit={submit}>
      <TextField label="Or type a path" live value={path} onChange={setPath} placeholder="/exports/accounts.csv" />
      <Button type="submit" disabled={path.trim() === ''}>
        Look
      </Button>
    </form>
  );
}
