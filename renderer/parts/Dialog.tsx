import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

/** What gets the focus: the first control that is not the close button. */
const firstControl = ':scope > section :is(input, select, textarea, button), :scope > footer button:last-of-type';

interface DialogProps {
  title: string;
  about?: ReactNode;
  /** Escape or the close button; a press outside does not lose what was typed. */
  onClose: () => void;
  /** Buttons at the foot; the main one last. */
  actions?: ReactNode;
  size?: 'small' | 'wide';
  children: ReactNode;
}

/** A modal dialog: the platform keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, about, onClose, actions, size = 'small', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(firstControl)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes(styles.dialog, styles[size])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {about && <span className={styles.about}>{about}</span>}
        <Button icon tone="quiet" aria-label="Close" className={styles.close} onClick={onClose}>
          <X />
        </Button>
      </header>
      <section className={styles.body}>{children}</section>
      {actions && <footer className={styles.foot}>{actions}</footer>}
    </dialog>
  );
}
