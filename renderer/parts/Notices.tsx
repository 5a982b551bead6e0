import { CircleAlert, Info, X } from 'lucide-react';
import { useNotices } from '../state/noticeStore.ts';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Notices.module.css';

/** Everything the analyst was told and has not dismissed. */
export function Notices() {
  const { notices, dismiss } = useNotices();
  return (
    <section className={styles.stack} aria-label="Messages">
      {notices.map((notice) => (
        <div key={notice.id} role={notice.tone === 'failure' ? 'alert' : 'status'} className={classes(styles.notice, styles[notice.tone])}>
          {notice.tone === 'failure' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
          <span className={styles.sentence}>{notice.sentence}</span>
          {notice.action && (
            <Button
              onClick={() => {
                dismiss(notice.id);
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <Button icon tone="quiet" aria-label="Dismiss" onClick={() => dismiss(notice.id)}>
            <X />
          </Button>
        </div>
      ))}
    </section>
  );
}
