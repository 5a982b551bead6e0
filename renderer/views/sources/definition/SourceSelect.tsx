import { Select } from '../../../parts/Select.tsx';
import { useSources } from '../../../state/useSources.ts';

interface SourceSelectProps {
  label: string;
  value: string;
  onChange: (source: string) => void;
  none?: string;
  hint?: string;
}

/** One of the study's sources; an empty value is none. */
export function SourceSelect({ label, value, onChange, none, hint }: SourceSelectProps) {
  const sources = useSources();
  return (
    <Select
      label={label}
      value={value}
      hint={hint}
      problem={value && !sources.some(({ id }) => id === value) ? `The source "${value}" is not in the study.` : null}
      options={[
        ...(none !== undefined || value === '' ? [{ value: '', label: none ?? 'choose …' }] : []),
        ...sources.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  );
}
