import { type DragEvent, type ReactNode, useState } from 'react';
import { classes } from '../parts/classes.ts';
import { useSourceActions } from '../state/useSourceActions.ts';
import styles from './DropZone.module.css';

/** Takes files that are dropped anywhere on it; it holds the whole window, so that no dropped file is opened in its place. */
export function DropZone({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const { receiveFiles } = useSourceActions();
  const allow = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways in; the buttons and the typed path need no pointer
    <div
      className={classes(styles.zone, over && styles.over, className)}
      onDragOver={allow}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void receiveFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
