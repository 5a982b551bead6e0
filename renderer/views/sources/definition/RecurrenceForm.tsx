import type { Outcome } from '../../../../shared/model/outcome.ts';
import { FilterField } from '../../../parts/FilterField.tsx';
import { Select } from '../../../parts/Select.tsx';
import { useSources } from '../../../state/useSources.ts';
import { SourceSelect } from './SourceSelect.tsx';

interface RecurrenceFormProps {
  recurrence: Outcome['recurrence'];
  onChange: (recurrence: Outcome['recurrence']) => void;
}

/** Whether an account that had the outcome once can have it again. */
export function RecurrenceForm({ recurrence, onChange }: RecurrenceFormProps) {
  const sources = useSources();
  return (
    <>
      <Select
        label="After it happened"
        value={recurrence.kind}
        options={[
          { value: 'once', label: 'not at risk any more' },
          { value: 'returns', label: 'at risk again from a return' },
          { value: 'ignored', label: 'earlier losses are ignored' },
        ]}
        onChange={(kind) => onChange(kind === 'returns' ? { kind, source: sources[0]?.id ?? 'accounts' } : { kind })}
      />
      {recurrence.kind === 'returns' && (
        <>
          <SourceSelect label="Returns are rows of" value={recurrence.source} onChange={(source) => onChange({ ...recurrence, source })} />
          <FilterField
            optional
            label="Rows that are returns (empty: all)"
            value={recurrence.where ?? ''}
            onChange={(where) => onChange({ ...recurrence, where: where.trim() || undefined })}
          />
        </>
      )}
    </>
  );
}
