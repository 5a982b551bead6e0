import type { AsOfDates } from '../../../../shared/model/definition.ts';
import { isIsoDate } from '../../../../shared/model/isoDate.ts';
import { numberText } from '../../../charts/numberText.ts';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { NumberField } from '../../../parts/NumberField.tsx';
import { Panel } from '../../../parts/Panel.tsx';
import { ProgressLine } from '../../../parts/ProgressLine.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { editDefinition } from '../../../state/editDefinition.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { useCall } from '../../../state/useCall.ts';
import styles from '../form.module.css';
import { AsOfTable } from './AsOfTable.tsx';

type Kind = AsOfDates['kind'] | 'latest';

/** The dates metrics are computed for, and what is known at each. */
export function AsOfEditor() {
  const { asOf, account } = useStudy(({ draft }) => draft.definition);
  const { value, failure, progress, cancel } = useCall('summarise-observations', account ? {} : null);
  const last = value?.asOf.at(-1)?.asOf ?? new Date().toISOString().slice(0, 10);
  const set = (dates: AsOfDates | undefined) => editDefinition('as-of dates', (definition) => ({ ...definition, asOf: dates }));
  const choose = (kind: Kind) => {
    const from = asOf && asOf.kind !== 'list' ? asOf.from : `${Number(last.slice(0, 4)) - 2}${last.slice(4)}`;
    const to = asOf && asOf.kind !== 'list' ? asOf.to : last;
    const fresh: Record<Kind, () => AsOfDates | undefined> = {
      latest: () => undefined,
      list: () => ({ kind: 'list', dates: value && value.asOf.length > 0 ? value.asOf.map((date) => date.asOf) : [last] }),
      'month-ends': () => ({ kind: 'month-ends', from, to }),
      'quarter-ends': () => ({ kind: 'quarter-ends', from, to, fiscalYearStartMonth: 1 }),
    };
    set(fresh[kind]());
  };
  const day = (text: string) => (isIsoDate(text) ? null : 'A day that exists, written YYYY-MM-DD.');
  return (
    <Panel title="As-of dates" about="the end of that day; only what was known then counts" flush>
      <div className={styles.section}>
        <div className={styles.form}>
          <Select<Kind>
            label="Dates"
            value={asOf?.kind ?? 'latest'}
            options={[
              { value: 'latest', label: 'only the latest' },
              { value: 'list', label: 'listed days' },
              { value: 'month-ends', label: 'month-ends' },
              { value: 'quarter-ends', label: 'quarter-ends' },
            ]}
            onChange={choose}
          />
          {asOf?.kind === 'list' && (
            <TextField
              className={styles.wide}
              label="Days"
              lines={2}
              value={asOf.dates.join(', ')}
              check={(text) => daysIn(text).map(day).find(Boolean) ?? (daysIn(text).length === 0 ? 'At least one day.' : null)}
              onChange={(text) => set({ kind: 'list', dates: [...new Set(daysIn(text))].toSorted() })}
              hint="Separated by commas or spaces."
            />
          )}
          {asOf && asOf.kind !== 'list' && (
            <>
              <TextField label="From" value={asOf.from} check={day} onChange={(from) => set({ ...asOf, from })} />
              <TextField label="To" value={asOf.to} check={day} onChange={(to) => set({ ...asOf, to })} />
            </>
          )}
          {asOf?.kind === 'quarter-ends' && (
            <NumberField
              label="Fiscal year begins in month"
              min={1}
              max={12}
              value={asOf.fiscalYearStartMonth}
              onChange={(month) => month && set({ ...asOf, fiscalYearStartMonth: Math.round(month) })}
            />
          )}
        </div>
      </div>
      <div className={styles.section}>
        <FailureNote failure={failure} />
        <ProgressLine label="Computing the observations" progress={value ? null : progress} onCancel={cancel} />
        {value && (
          <>
            <p className={styles.hint}>
              {numberText(value.asOf.reduce((sum, date) => sum + date.observations, 0))} observations: one per account and as-of date. An
              outcome is told as “yes of the known”; it is unknown while its horizon reaches beyond what its source can tell, even when the
              event was already seen.
            </p>
            <AsOfTable dates={value.asOf} />
          </>
        )}
      </div>
    </Panel>
  );
}

function daysIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}
