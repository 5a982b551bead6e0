import type { Exclusion } from '../../../../shared/model/definition.ts';
import { countText, numberText } from '../../../charts/numberText.ts';
import { FilterField } from '../../../parts/FilterField.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useStudy } from '../../../state/studyStore.ts';
import { useCall } from '../../../state/useCall.ts';
import { useView } from '../../../state/viewStore.ts';
import styles from '../form.module.css';
import { EntityEditor } from './EntityEditor.tsx';
import { editEntities } from './editEntities.ts';

const edits = editEntities('population', 'exclusion', () => ({ name: '', where: 'false' }));

/** Which accounts do not count, and how many that takes out. */
export function PopulationEditor() {
  const { population, account } = useStudy(({ draft }) => draft.definition);
  const asOf = useView((state) => state.asOf);
  const { value } = useCall('summarise-observations', account ? {} : null);
  const date = value?.asOf.find((one) => one.asOf === asOf) ?? value?.asOf.at(-1);
  const excluded = (id: string) => date?.excluded.find((one) => one.id === id)?.accounts;
  return (
    <EntityEditor<Exclusion>
      title="Population"
      about={date ? `${countText(date.observations, 'account')} count on ${date.asOf}` : 'which accounts count at all'}
      noun="exclusion"
      entities={population}
      summary={({ id, where }) => (excluded(id) === undefined ? where : `${numberText(excluded(id) ?? 0)} excluded`)}
      onAdd={edits.add}
      onRemove={edits.remove}
      empty="Every account counts. Exclude test, internal or trial accounts here; each exclusion is counted."
    >
      {(exclusion) => (
        <div className={styles.section}>
          <TextField
            label="Name"
            value={exclusion.name}
            onChange={(name) => name.trim() && edits.replace({ ...exclusion, name: name.trim() })}
          />
          <FilterField
            optional
            label="Accounts for which this holds do not count"
            value={exclusion.where}
            placeholder="account_type in ('test', 'internal')"
            onChange={(where) => where.trim() && edits.replace({ ...exclusion, where: where.trim() })}
            hint="Over account columns and metric ids. The first exclusion that holds is the one counted."
          />
          {date && (
            <p>
              {excluded(exclusion.id) === undefined
                ? 'Not counted yet'
                : `${countText(excluded(exclusion.id) ?? 0, 'account')} excluded by this`}{' '}
              on {date.asOf}.
            </p>
          )}
        </div>
      )}
    </EntityEditor>
  );
}
