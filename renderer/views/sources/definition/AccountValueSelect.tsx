import type { AccountValue } from '../../../../shared/model/definition.ts';
import { Select } from '../../../parts/Select.tsx';
import { useStudy } from '../../../state/studyStore.ts';
import { columnsOf, useSources } from '../../../state/useSources.ts';

interface AccountValueSelectProps {
  label: string;
  source: string;
  value: AccountValue | undefined;
  onChange: (value: AccountValue | undefined) => void;
  hint?: string;
}

/** A value of the account: a column of its row, or a metric. */
export function AccountValueSelect({ label, source, value, onChange, hint }: AccountValueSelectProps) {
  const columns = columnsOf(useSources().find(({ id }) => id === source));
  const metrics = useStudy(({ draft }) => draft.definition.metrics);
  const spelled = value === undefined ? '' : 'column' in value ? `column:${value.column}` : `metric:${value.metric}`;
  return (
    <Select
      label={label}
      hint={hint}
      value={spelled}
      options={[
        { value: '', label: 'none' },
        ...columns.map(({ name, type }) => ({ value: `column:${name}`, label: `${name} (${type})` })),
        ...metrics.map(({ id, name }) => ({ value: `metric:${id}`, label: `metric ${name}` })),
      ]}
      onChange={(chosen) => {
        const name = chosen.slice(chosen.indexOf(':') + 1);
        if (chosen === '') onChange(undefined);
        else onChange(chosen.startsWith('column:') ? { column: name } : { metric: name });
      }}
    />
  );
}
