import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { freeIdentifier, identifierFrom } from '../../../shared/model/identifier.ts';
import type { Segment } from '../../../shared/model/model.ts';
import { baseSegment } from '../../../shared/scoring/bandOf.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FilterField } from '../../parts/FilterField.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { baseScope, overridesText, updateSegment } from './edit/scope.ts';
import { useModelScreen } from './modelStore.ts';
import styles from './SegmentsSection.module.css';
import type { ModelEditor } from './useModelEditor.ts';

/** The segments in order of precedence: who belongs to them, and what they do differently from the base model. */
export function SegmentsSection({ editor }: { editor: ModelEditor }) {
  const { model, segment: scoped, change } = editor;
  const setScope = useModelScreen((state) => state.setScope);
  const { segments } = model;
  const add = () =>
    change('new segment', (before) => {
      const name = `Segment ${before.segments.length + 1}`;
      const id = freeIdentifier(identifierFrom(name), [baseSegment, ...before.segments.map((each) => each.id)]);
      const segment: Segment = { id, name, where: 'false', weights: {}, curves: {} };
      return { ...before, segments: [...before.segments, segment] };
    });
  const move = (index: number, by: number) =>
    change('order of segments', (before) => {
      const moved = before.segments[index];
      return moved ? { ...before, segments: before.segments.toSpliced(index, 1).toSpliced(index + by, 0, moved) } : before;
    });

  return (
    <div className={styles.segments}>
      <p className={styles.secondary}>
        An account belongs to the first segment whose condition holds, else to the base model. A segment follows the base in everything it
        does not override; choose it above the tree to change its weights, curves and edges.
      </p>
      {segments.length === 0 && <EmptyState title="No segments yet">All accounts are scored by the base model.</EmptyState>}
      <ol className={styles.list}>
        {segments.map((segment, index) => (
          <li key={segment.id} className={styles.segment}>
            <div className={styles.line}>
              <span className={styles.order}>{index + 1}</span>
              <span className={styles.name}>
                <strong>{segment.name}</strong>{' '}
                <span className={styles.secondary}>
                  {overridesText(segment) ? `overrides ${overridesText(segment)}` : 'follows the base in everything'}
                </span>
              </span>
              <Button icon tone="quiet" aria-label={`${segment.name}: earlier`} disabled={index === 0} onClick={() => move(index, -1)}>
                <ArrowUp />
              </Button>
              <Button
                icon
                tone="quiet"
                aria-label={`${segment.name}: later`}
                disabled={index === segments.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown />
              </Button>
              <Button
                aria-pressed={scoped?.id === segment.id}
                aria-label={`Edit what ${segment.name} does differently`}
                onClick={() => setScope(scoped?.id === segment.id ? baseScope : { kind: 'segment', id: segment.id })}
              >
                Edit
              </Button>
              <Button
                icon
                tone="quiet"
                aria-label={`Remove ${segment.name}`}
                onClick={() =>
                  change(`removing ${segment.name}`, (before) => ({
                    ...before,
                    segments: before.segments.filter(({ id }) => id !== segment.id),
                  }))
                }
              >
                <X />
              </Button>
            </div>
            <div className={styles.fields}>
              <TextField
                label="Name"
                value={segment.name}
                onChange={(name) =>
                  name.trim() !== '' &&
                  change('name of a segment', (before) => updateSegment(before, segment.id, (one) => ({ ...one, name: name.trim() })))
                }
              />
              <FilterField
                label="Accounts for which"
                value={segment.where}
                onChange={(where) =>
                  change(`condition of ${segment.name}`, (before) => updateSegment(before, segment.id, (one) => ({ ...one, where })))
                }
              />
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={add}>
          <Plus aria-hidden="true" />
          Add a segment
        </Button>
      </div>
    </div>
  );
}
