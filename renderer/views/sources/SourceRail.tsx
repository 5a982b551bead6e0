import type { ReactNode } from 'react';
import { countText, numberText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { classes } from '../../parts/classes.ts';
import { Panel } from '../../parts/Panel.tsx';
import { useStudy } from '../../state/studyStore.ts';
import { useRowCounts } from '../../state/useRowCounts.ts';
import { useSourceActions } from '../../state/useSourceActions.ts';
import { useSources } from '../../state/useSources.ts';
import { PathEntry } from './PathEntry.tsx';
import { ProposeButton } from './ProposeButton.tsx';
import { partNames } from './partNames.ts';
import { partSummary } from './partSummary.ts';
import styles from './SourceRail.module.css';
import { shapeWord } from './shapeWord.ts';
import { definitionParts, type Selection, useSelection } from './sourcesStore.ts';

/** What there is: the sources with their rows, and the parts of the definition with how much of each. */
export function SourceRail({ current }: { current: Selection | null }) {
  const sources = useSources();
  const removed = useStudy(({ open }) => open?.removedSources);
  const rowCounts = useRowCounts();
  const definition = useStudy(({ draft }) => draft.definition);
  const { chooseFiles, restore } = useSourceActions();
  return (
    <div className={styles.rail}>
      <Panel
        title="Sources"
        about={sources.length > 0 ? `${sources.length}` : undefined}
        actions={
          <Button title="Or drop files anywhere on this window" onClick={() => void chooseFiles()}>
            Import …
          </Button>
        }
        flush
      >
        <ul>
          {sources.map((source) => {
            const { id, name } = source;
            const counts = rowCounts(source);
            return (
              <Entry
                key={id}
                selection={{ kind: 'source', id }}
                current={current}
                name={name}
                about={shapeWord(definition, id)}
                count={countText(counts.loaded, 'row')}
                warning={
                  counts.rejected + counts.unconverted > 0
                    ? [
                        counts.rejected > 0 && `${countText(counts.rejected, 'row')} rejected`,
                        counts.unconverted > 0 && `${countText(counts.unconverted, 'cell')} unconverted`,
                      ]
                        .filter(Boolean)
                        .join(', ')
                    : undefined
                }
              />
            );
          })}
          {removed?.map((source) => (
            <li key={source.id} className={styles.removed}>
              <span>{source.name} · removed</span>
              <Button tone="quiet" onClick={() => void restore(source)}>
                Bring back
              </Button>
            </li>
          ))}
        </ul>
        <PathEntry />
      </Panel>
      <Panel title="What they mean" actions={sources.length > 0 && <ProposeButton />} flush>
        <ul>
          {definitionParts.map((part) => (
            <Entry
              key={part}
              selection={{ kind: 'part', part }}
              current={current}
              name={partNames[part]}
              count={partSummary(part, definition, numberText)}
            />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

interface EntryProps {
  selection: Selection;
  current: Selection | null;
  name: string;
  about?: string;
  count?: ReactNode;
  warning?: string | undefined;
}

function Entry({ selection, current, name, about, count, warning }: EntryProps) {
  const select = useSelection((state) => state.select);
  const isCurrent = JSON.stringify(selection) === JSON.stringify(current);
  return (
    <li>
      <button
        type="button"
        className={classes(styles.entry, isCurrent && styles.current)}
        aria-current={isCurrent || undefined}
        onClick={() => select(selection)}
      >
        <span className={styles.words}>
          <span className={styles.name}>{name}</span>
          {about && <span className={styles.about}>{about}</span>}
        </span>
        <span className={styles.count}>{count}</span>
        {warning && <span className={styles.warning}>{warning}</span>}
      </button>
    </li>
  );
}
