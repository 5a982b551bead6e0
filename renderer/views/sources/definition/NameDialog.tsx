import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { TextField } from '../../../parts/TextField.tsx';

interface NameDialogProps {
  title: string;
  onClose: () => void;
  onName: (name: string) => void;
}

/** Asks what something new is called. */
export function NameDialog({ title, onClose, onName }: NameDialogProps) {
  const [name, setName] = useState('');
  const form = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onClose();
    onName(name.trim());
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} disabled={name.trim() === ''}>
            Add
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField label="Name" live autoFocus value={name} onChange={setName} />
      </form>
    </Dialog>
  );
}
