import { Plus, X } from 'lucide-react';
import { freeIdentifier } from '../../../shared/model/identifier.ts';
import type { Cap, Model } from '../../../shared/model/model.ts';
import { rescaleToFullRange } from '../../../shared/scoring/rescaleToFullRange.ts';
import { scoreText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { FilterField } from '../../parts/FilterField.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useNotices } from '../../state/noticeStore.ts';
import { ModelActions } from './ModelActions.tsx';
import styles from './SegmentsSection.module.css';
import type { ModelEditor } from './useModelEditor.ts';

/** What holds for the whole model: its name, how much must be known, the caps, and the stretching to 0-100. */
export function RulesSection({ editor }: { editor: ModelEditor }) {
  const { model, change } = editor;
  const rescale = () => {
    try {
      const next = rescaleToFullRange(model);
      change('rescaling to 0-100', () => next);
    } catch (failure) {
      useNotices.getState().fail(failure);
    }
  };
  return (
    <div className={styles.segments}>
      <TextField
        label="Name of the model"
        value={model.name}
        onChange={(name) => name.trim() !== '' && change('name of the model', (before) => ({ ...before, name: name.trim() }))}
      />
      <TextField
        label="What the score is for"
        lines={2}
        value={model.objective ?? ''}
        onChange={(objective) =>
          change('objective', (before) => ({ ...before, objective: objective.trim() === '' ? undefined : objective.trim() }))
        }
      />
      <NumberField
        label="A score needs at least this much of the weight known"
        unit="%"
        value={Number((model.minimumCoverage * 100).toFixed(2))}
        min={0}
        max={100}
        step={5}
        hint="Of the effective weight. Below it the score is withheld: not enough data."
        onChange={(percent) => percent !== null && change('minimum coverage', (before) => ({ ...before, minimumCoverage: percent / 100 }))}
      />
      <CapList model={model} change={change} />
      <section className={styles.segments} aria-labelledby="rescale-title">
        <h3 id="rescale-title">Stretch to 0-100</h3>
        <p className={styles.secondary}>
          {model.rescale
            ? `Scores from ${scoreText(model.rescale.from)} to ${scoreText(model.rescale.to)} are stretched to 0-100 before caps and bands.`
            : 'Scores are as the tree gives them. Stretching maps the reachable range to 0-100; band edges stay where they are, so bands change.'}
        </p>
        <div className={styles.actions}>
          <Button onClick={rescale}>
            {model.rescale ? 'Stretch again from the range reachable now' : 'Stretch the reachable range to 0-100'}
          </Button>
          {model.rescale && (
            <Button onClick={() => change('no rescaling', (before) => ({ ...before, rescale: undefined }))}>Do not stretch</Button>
          )}
        </div>
      </section>
      <ModelActions model={model} />
    </div>
  );
}

function CapList({ model, change }: { model: Model; change: ModelEditor['change'] }) {
  const update = (id: string, next: (cap: Cap) => Cap) =>
    change('cap', (before) => ({ ...before, caps: before.caps.map((cap) => (cap.id === id ? next(cap) : cap)) }));
  const add = () =>
    change('new cap', (before) => {
      const id = freeIdentifier(
        'cap',
        before.caps.map((cap) => cap.id),
      );
      return {
        ...before,
        caps: [...before.caps, { id, name: `Cap ${before.caps.length + 1}`, where: 'false', band: before.bands[0]!.id }],
      };
    });
  return (
    <section className={styles.segments} aria-labelledby="caps-title">
      <h3 id="caps-title">Caps</h3>
      <p className={styles.secondary}>
        While its condition holds, a cap limits the score or the band after the roll-up; every explanation shows it.
      </p>
      <ol className={styles.list}>
        {model.caps.map((cap) => (
          <li key={cap.id} className={styles.segment}>
            <div className={styles.fields}>
              <TextField
                label="Name"
                value={cap.name}
                onChange={(name) => name.trim() !== '' && update(cap.id, (one) => ({ ...one, name: name.trim() }))}
              />
              <FilterField label="While" value={cap.where} onChange={(where) => update(cap.id, (one) => ({ ...one, where }))} />
              <Select
                label="Highest band"
                value={cap.band ?? ''}
                options={[
                  { value: '', label: 'not limited', disabled: cap.score === undefined },
                  ...model.bands.slice(0, -1).map((band) => ({ value: band.id, label: band.name })),
                ]}
                onChange={(band) => update(cap.id, (one) => ({ ...one, band: band === '' ? undefined : band }))}
              />
              <NumberField
                label="Highest score"
                value={cap.score ?? null}
                optional={cap.band !== undefined}
                min={0}
                max={100}
                onChange={(score) => update(cap.id, (one) => ({ ...one, score: score ?? undefined }))}
              />
            </div>
            <div className={styles.foot}>
              <Button
                tone="danger"
                onClick={() =>
                  change(`removing ${cap.name}`, (before) => ({ ...before, caps: before.caps.filter(({ id }) => id !== cap.id) }))
                }
              >
                <X aria-hidden="true" />
                Remove
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={add}>
          <Plus aria-hidden="true" />
          Add a cap
        </Button>
      </div>
    </section>
  );
}
