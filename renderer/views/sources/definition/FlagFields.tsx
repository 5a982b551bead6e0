import type { AccountRole } from '../../../../shared/model/definition.ts';
import { FilterField } from '../../../parts/FilterField.tsx';
import { Select } from '../../../parts/Select.tsx';
import { useStudy } from '../../../state/studyStore.ts';

interface FlagFieldsProps {
  flag: AccountRole['flag'];
  onChange: (flag: AccountRole['flag']) => void;
}

/** A flag on the account row that says an outcome happened: the report holds it against the dated rows. */
export function FlagFields({ flag, onChange }: FlagFieldsProps) {
  const outcomes = useStudy(({ draft }) => draft.definition.outcomes);
  const first = outcomes[0];
  if (!first) return null;
  return (
    <>
      <FilterField
        optional
        label="Flag that an outcome happened"
        value={flag?.where ?? ''}
        placeholder="churn_flag"
        hint="The data report holds it against the dated rows."
        onChange={(text) => onChange(text.trim() === '' ? undefined : { where: text.trim(), outcome: flag?.outcome ?? first.id })}
      />
      {flag && (
        <Select
          label="Outcome of the flag"
          value={flag.outcome}
          options={outcomes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(outcome) => onChange({ ...flag, outcome })}
        />
      )}
    </>
  );
}
