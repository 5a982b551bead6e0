import { type ReactNode, useState } from 'react';
import { Button } from '../../../parts/Button.tsx';
import { classes } from '../../../parts/classes.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { NameDialog } from '../../../parts/NameDialog.tsx';
import { Panel } from '../../../parts/Panel.tsx';
import styles from './EntityEditor.module.css';

interface Entity {
  id: string;
  name: string;
}

interface EntityEditorProps<Kind extends Entity> {
  title: string;
  about: string;
  /** "metric", "outcome" ... */
  noun: string;
  entities: readonly Kind[];
  /** A word or two under the name. */
  summary: (entity: Kind) => string;
  /** Adds one of that name, fresh or as a copy, and says its id. */
  onAdd: (name: string, copyOf: Kind | null) => string;
  onRemove: (entity: Kind) => void;
  /** What to do while there is none. */
  empty: ReactNode;
  /** Stands above the list, whatever is chosen. */
  above?: ReactNode;
  children: (entity: Kind) => ReactNode;
}

/** A list of named things and the form of the one that is chosen. */
export function EntityEditor<Kind extends Entity>(props: EntityEditorProps<Kind>) {
  const { title, about, noun, entities, summary, onAdd, onRemove, empty, above, children } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [naming, setNaming] = useState<{ copyOf: Kind | null } | null>(null);
  const entity = entities.find(({ id }) => id === chosen) ?? entities[0];
  return (
    <Panel
      title={title}
      about={about}
      flush
      actions={<Button onClick={() => setNaming({ copyOf: null })}>Add …</Button>}
      className={styles.panel}
    >
      {naming && (
        <NameDialog
          title={naming.copyOf ? `Duplicate ${naming.copyOf.name}` : `New ${noun}`}
          onClose={() => setNaming(null)}
          onName={(name) => setChosen(onAdd(name, naming.copyOf))}
        />
      )}
      {above}
      {!entity && <EmptyState title={`No ${noun} yet`}>{empty}</EmptyState>}
      {entity && (
        <div className={styles.split}>
          <ul className={styles.list} aria-label={title}>
            {entities.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={classes(styles.entry, one.id === entity.id && styles.current)}
                  aria-current={one.id === entity.id || undefined}
                  onClick={() => setChosen(one.id)}
                >
                  <span>{one.name}</span>
                  <span className={styles.about}>{summary(one)}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.form}>
            <div className={styles.head}>
              <h3>{entity.name}</h3>
              <code className={styles.id}>{entity.id}</code>
              <span className={styles.actions}>
                <Button onClick={() => setNaming({ copyOf: entity })}>Duplicate …</Button>
                <Button tone="danger" onClick={() => onRemove(entity)}>
                  Remove
                </Button>
              </span>
            </div>
            <div key={entity.id}>{children(entity)}</div>
          </div>
        </div>
      )}
    </Panel>
  );
}
