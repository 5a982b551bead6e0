import { type FormEvent, useId, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { TextField } from './TextField.tsx';

interface NameDialogProps {
  title: string;
  /** What it is called so far. */
  initial?: string;
  /** What the button says. */
  action?: string;
  onClose: () => void;
  onName: (name: string) => void;
}

/** Asks what something is called. */
export function NameDialog({ title, initial = '', action = 'Add', onClose, onName }: NameDialogProps) {
  const [name, setName] = useState(initial);
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
            {action}
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
