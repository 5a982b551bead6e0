import { isIsoDate } from '../../../../shared/model/isoDate.ts';
import type { Shape } from '../../../../shared/model/reading.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { Checkbox } from '../../../parts/Checkbox.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { columnsOf } from '../../../state/useSources.ts';
import { ColumnSelect, dateTypes } from '../definition/ColumnSelect.tsx';
import { shapeOf, shapes } from './shapes.ts';

interface ShapeFieldsProps {
  source: Source;
  shape: Shape;
  onChange: (shape: Shape) => void;
}

/** What one row is, and which columns say when. */
export function ShapeFields({ source, shape, onChange }: ShapeFieldsProps) {
  const dates = columnsOf(source)
    .filter(({ type }) => dateTypes.includes(type))
    .map(({ name }) => name);
  const offered = shapes.map((one) => ({ ...one, disabled: one.value !== 'snapshot' && dates.length === 0 }));
  return (
    <>
      <Select
        label="One row is"
        value={shape.kind}
        options={offered}
        onChange={(kind) => onChange(shapeOf(kind, dates))}
        hint={dates.length === 0 ? 'Without a date column it can only be a snapshot.' : undefined}
      />
      {shape.kind === 'snapshot' && (
        <TextField
          label="Taken on"
          value={shape.takenOn ?? ''}
          placeholder={source.exportedOn}
          check={(text) => (text === '' || isIsoDate(text) ? null : 'A day that exists, written YYYY-MM-DD.')}
          onChange={(day) => onChange({ ...shape, takenOn: day || undefined })}
        />
      )}
      {(shape.kind === 'panel' || shape.kind === 'events') && (
        <ColumnSelect
          label={shape.kind === 'panel' ? 'Period' : 'Date'}
          types={dateTypes}
          source={source.id}
          value={shape.date}
          onChange={(date) => date && onChange({ ...shape, date })}
        />
      )}
      {shape.kind === 'intervals' && (
        <>
          <ColumnSelect
            label="Valid from"
            types={dateTypes}
            source={source.id}
            value={shape.from}
            onChange={(from) => from && onChange({ ...shape, from })}
          />
          <ColumnSelect
            label="Valid to"
            types={dateTypes}
            source={source.id}
            value={shape.to}
            onChange={(to) => to && onChange({ ...shape, to })}
          />
          <Checkbox checked={shape.toInclusive} onChange={(toInclusive) => onChange({ ...shape, toInclusive })}>
            The “to” day still belongs to it
          </Checkbox>
        </>
      )}
    </>
  );
}
