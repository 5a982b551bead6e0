import { useId } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { countText } from '../charts/numberText.ts';
import { useStudy } from '../state/studyStore.ts';
import { useCall } from '../state/useCall.ts';
import { useView } from '../state/viewStore.ts';
import styles from './TopBar.module.css';

/** The book's as-of date and the model that scores it, on every screen once there are accounts. */
export function BookChips() {
  const { asOf, setAsOf } = useView();
  const edit = useStudy((state) => state.edit);
  // Ids and names alone: a model that is being moved is another one at every frame.
  const currentModel = useStudy(({ draft }) => draft.currentModel);
  const models = useStudy(useShallow(({ draft }) => draft.models.map(({ id }) => id)));
  const names = useStudy(useShallow(({ draft }) => draft.models.map(({ name }) => name)));
  const hasAccounts = useStudy(
    ({ open, draft: { definition } }) => definition.account !== undefined && (open?.study.sources.length ?? 0) > 0,
  );
  const { value } = useCall('summarise-observations', hasAccounts ? {} : null);
  const dateId = useId();
  const modelId = useId();
  const dates = value?.asOf ?? [];
  const shown = dates.find((date) => date.asOf === asOf) ?? dates.at(-1);
  return (
    <>
      {shown && (
        <span className={styles.chip}>
          <label htmlFor={dateId}>Book as of</label>
          <select
            id={dateId}
            value={shown.asOf}
            onChange={(event) => setAsOf(event.target.value === dates.at(-1)?.asOf ? null : event.target.value)}
          >
            {dates.toReversed().map((date) => (
              <option key={date.asOf}>{date.asOf}</option>
            ))}
          </select>
          <span className={styles.count}>{countText(shown.observations, 'account')}</span>
        </span>
      )}
      {models.length > 0 && (
        <span className={styles.chip}>
          <label htmlFor={modelId}>Model</label>
          <select
            id={modelId}
            value={currentModel ?? ''}
            onChange={(event) => edit('choice of model', (before) => ({ ...before, currentModel: event.target.value }))}
          >
            {models.map((id, index) => (
              <option key={id} value={id}>
                {names[index]}
              </option>
            ))}
          </select>
        </span>
      )}
    </>
  );
}
