import { isIsoDate } from '../../../../shared/model/isoDate.ts';
import type { Reading } from '../../../../shared/model/reading.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { Button } from '../../../parts/Button.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useStudy } from '../../../state/studyStore.ts';
import { ColumnSelect } from '../definition/ColumnSelect.tsx';
import { SourceSelect } from '../definition/SourceSelect.tsx';
import styles from '../form.module.css';
import { useSelection } from '../sourcesStore.ts';
import { CoversFields } from './CoversFields.tsx';
import { editReading, freshReading } from './editReading.ts';
import { KnownFromTable } from './KnownFromTable.tsx';
import { ShapeFields } from './ShapeFields.tsx';

/** What one row of a source means: its shape, how it reaches the account, and from when its values were known. */
export function ReadingEditor({ source }: { source: Source }) {
  const definition = useStudy(({ draft }) => draft.definition);
  const select = useSelection((state) => state.select);
  const isAccounts = definition.account?.source === source.id;
  const reading = definition.readings.find((one) => one.source === source.id) ?? freshReading(source.id);
  const edit = (label: string, change: Partial<Reading>) => editReading(`${label} of ${source.name}`, source.id, change);
  return (
    <div>
      <div className={styles.section}>
        {isAccounts && (
          <p className={styles.hint}>
            This source lists the accounts.{' '}
            <Button tone="quiet" onClick={() => select({ kind: 'part', part: 'account' })}>
              Key, name, owner, revenue …
            </Button>
          </p>
        )}
        <div className={styles.form}>
          <ShapeFields source={source} shape={reading.shape} onChange={(shape) => edit('shape', { shape })} />
        </div>
      </div>
      {!isAccounts && (
        <div className={styles.section}>
          <div className={styles.form}>
            <ColumnSelect
              label="Reaches the account by"
              none="not linked yet"
              source={source.id}
              value={reading.link?.column}
              onChange={(column) =>
                edit('link', { link: column ? { to: definition.account?.source ?? source.id, ...reading.link, column } : undefined })
              }
              hint="The column that holds the key of the source it is linked to."
            />
            {reading.link && (
              <>
                <SourceSelect
                  label="which is the key of"
                  value={reading.link.to}
                  onChange={(to) => reading.link && edit('link', { link: { column: reading.link.column, to } })}
                  hint="The accounts, or a source that is itself linked."
                />
                <ColumnSelect
                  label="in its column"
                  none="its own key"
                  source={reading.link.to}
                  value={reading.link.toColumn}
                  onChange={(toColumn) => reading.link && edit('link', { link: { ...reading.link, toColumn } })}
                />
              </>
            )}
          </div>
        </div>
      )}
      <div className={styles.section}>
        <div className={styles.form}>
          <ColumnSelect
            label="Unique key"
            none="none declared"
            source={source.id}
            value={reading.uniqueKey}
            onChange={(uniqueKey) => edit('unique key', { uniqueKey })}
            hint="Repeats are counted in the data report."
          />
          <Select
            label="Of rows that repeat it, keep"
            value={reading.repeatedKeys}
            disabled={!reading.uniqueKey}
            options={[
              { value: 'all', label: 'all' },
              { value: 'first', label: 'the first' },
              { value: 'last', label: 'the last' },
            ]}
            onChange={(repeatedKeys) => edit('repeated keys', { repeatedKeys })}
          />
          {!isAccounts && (
            <Select
              label="An account that never appears counts as"
              value={reading.unseenAccounts}
              options={[
                { value: 'missing', label: 'missing: we do not know' },
                { value: 'zero', label: 'zero: it did nothing' },
              ]}
              onChange={(unseenAccounts) => edit('unseen accounts', { unseenAccounts })}
            />
          )}
          <TextField
            label="Exported on"
            value={reading.exportedOn ?? ''}
            placeholder={source.exportedOn}
            check={(text) => (text === '' || isIsoDate(text) ? null : 'A day that exists, written YYYY-MM-DD.')}
            onChange={(day) => edit('day of export', { exportedOn: day || undefined })}
            hint="When left empty, the day stored at import."
          />
          {reading.shape.kind !== 'snapshot' && (
            <CoversFields covers={reading.covers} onChange={(covers) => edit('covered days', { covers })} />
          )}
        </div>
      </div>
      <KnownFromTable source={source} reading={reading} isAccounts={isAccounts} onChange={edit} />
    </div>
  );
}
