import { useState } from 'react';
import type { Band, BandShape, Model } from '../../../shared/model/model.ts';
import { bandRange } from '../../charts/bandRange.ts';
import { BandMark } from '../../parts/BandMark.tsx';
import { Button } from '../../parts/Button.tsx';
import { NumberField } from '../../parts/NumberField.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextField } from '../../parts/TextField.tsx';
import styles from './BandsSection.module.css';
import { moveCut, removeBand, splitBand, updateBand } from './edit/bands.ts';
import { clearOverride, setCuts } from './edit/scope.ts';
import type { ModelEditor } from './useModelEditor.ts';

const shapes: { value: BandShape; label: string }[] = [
  { value: 'square', label: 'square' },
  { value: 'diamond', label: 'diamond' },
  { value: 'circle', label: 'circle' },
  { value: 'triangle', label: 'triangle' },
  { value: 'triangle-down', label: 'triangle, down' },
  { value: 'pentagon', label: 'pentagon' },
];

/** The bands from best to worst: edges, names and looks, and what a team does with them. */
export function BandsSection({ editor }: { editor: ModelEditor }) {
  const { model, seen, scope, segment, change } = editor;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className={styles.bands}>
      <p className={styles.secondary}>
        {segment
          ? segment.cuts
            ? `${segment.name} has band edges of its own; names and looks are the model's.`
            : `${segment.name} follows the base model's edges until one is changed here.`
          : 'A band holds the scores from its lower edge, included, to the next edge. Gaps and overlaps cannot be written.'}
        {segment?.cuts && (
          <Button tone="quiet" onClick={() => change(`edges of ${segment.name}`, (before) => clearOverride(before, segment.id, 'cuts'))}>
            Follow the base again
          </Button>
        )}
      </p>
      <ol className={styles.list}>
        {model.bands
          .map((band, index) => ({ band, index }))
          .toReversed()
          .map(({ band, index }) => (
            <li key={band.id} className={styles.band}>
              <div className={styles.line}>
                <BandMark band={band} size={16} />
                <span className={styles.name}>
                  <strong>{band.name}</strong> <span className={styles.secondary}>{bandRange(seen.cuts, index)}</span>
                </span>
                {index > 0 && (
                  <NumberField
                    label={`Lower edge of ${band.name}`}
                    labelHidden
                    value={seen.cuts[index - 1] ?? 0}
                    min={0}
                    max={100}
                    onChange={(edge) =>
                      edge !== null &&
                      change(`lower edge of ${band.name}`, (before) => setCuts(before, scope, moveCut(seen.cuts, index - 1, edge)))
                    }
                    className={styles.edge}
                  />
                )}
                <Button aria-expanded={open === band.id} onClick={() => setOpen(open === band.id ? null : band.id)}>
                  Edit
                </Button>
              </div>
              {open === band.id && <BandFields model={model} band={band} index={index} change={change} />}
            </li>
          ))}
      </ol>
    </div>
  );
}

interface BandFieldsProps {
  model: Model;
  band: Band;
  index: number;
  change: ModelEditor['change'];
}

function BandFields({ model, band, index, change }: BandFieldsProps) {
  const set = (label: string, part: Partial<Band>) => change(`${label} of ${band.name}`, (before) => updateBand(before, band.id, part));
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  return (
    <div className={styles.fields}>
      <TextField label="Name" value={band.name} onChange={(name) => name.trim() !== '' && set('name', { name: name.trim() })} />
      <TextField label="Letter" value={band.letter ?? ''} onChange={(letter) => set('letter', { letter: text(letter)?.slice(0, 3) })} />
      <Select label="Shape" value={band.shape} options={shapes} onChange={(shape) => set('shape', { shape })} />
      <label className={styles.colour}>
        <span>Colour</span>
        <input type="color" value={band.colour} onChange={(event) => set('colour', { colour: event.target.value })} />
      </label>
      <TextField label="Meaning" value={band.meaning ?? ''} onChange={(meaning) => set('meaning', { meaning: text(meaning) })} />
      <TextField label="Owner" value={band.owner ?? ''} onChange={(owner) => set('owner', { owner: text(owner) })} />
      <TextField
        label="Service level"
        value={band.serviceLevel ?? ''}
        onChange={(serviceLevel) => set('service level', { serviceLevel: text(serviceLevel) })}
      />
      <TextField
        className={styles.wide}
        label="Playbook: what the team does"
        lines={2}
        value={band.playbook ?? ''}
        onChange={(playbook) => set('playbook', { playbook: text(playbook) })}
      />
      <div className={styles.actions}>
        <Button onClick={() => change(`splitting ${band.name}`, (before) => splitBand(before, index))}>Split in two</Button>
        <Button
          tone="danger"
          disabled={model.bands.length < 2}
          onClick={() => change(`removing ${band.name}`, (before) => removeBand(before, index))}
        >
          Remove band
        </Button>
      </div>
    </div>
  );
}
