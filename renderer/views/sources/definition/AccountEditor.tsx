import type { AccountRole } from '../../../../shared/model/definition.ts';
import { Checkbox } from '../../../parts/Checkbox.tsx';
import { Panel } from '../../../parts/Panel.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { editDefinition } from '../../../state/editDefinition.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { columnsOf, useSources } from '../../../state/useSources.ts';
import styles from '../form.module.css';
import { AccountValueSelect } from './AccountValueSelect.tsx';
import { ColumnSelect, dateTypes } from './ColumnSelect.tsx';
import { FlagFields } from './FlagFields.tsx';
import { SourceSelect } from './SourceSelect.tsx';

/** Which source lists the accounts, and what its columns mean. */
export function AccountEditor() {
  const account = useStudy(({ draft }) => draft.definition.account);
  const sources = useSources();
  const columns = columnsOf(sources.find(({ id }) => id === account?.source));

  const choose = (source: string) =>
    editDefinition('account source', (definition) => ({
      ...definition,
      account: { source, key: columnsOf(sources.find(({ id }) => id === source))[0]?.name ?? '', attributes: [] },
    }));
  const set = (label: string, change: Partial<AccountRole>) =>
    editDefinition(label, (definition) =>
      definition.account ? { ...definition, account: { ...definition.account, ...change } } : definition,
    );

  return (
    <Panel title="Accounts" about="the unit that is scored" flush>
      <div className={styles.section}>
        <div className={styles.form}>
          <SourceSelect label="Source that lists the accounts" value={account?.source ?? ''} onChange={choose} />
          {account && (
            <>
              <ColumnSelect
                label="Key"
                source={account.source}
                value={account.key}
                onChange={(key) => key && set('account key', { key })}
              />
              <ColumnSelect
                label="Name"
                none="none"
                source={account.source}
                value={account.name}
                onChange={(name) => set('account name', { name })}
              />
              <ColumnSelect
                label="Account since"
                none="not known"
                types={dateTypes}
                source={account.source}
                value={account.start}
                onChange={(start) => set('account start', { start })}
                hint="Before this day there is no observation."
              />
              <ColumnSelect
                label="Account until"
                none="not known"
                types={dateTypes}
                source={account.source}
                value={account.end}
                onChange={(end) => set('account end', { end })}
              />
              <ColumnSelect
                label="Owner"
                none="none"
                source={account.source}
                value={account.owner}
                onChange={(owner) => set('account owner', { owner })}
              />
              <AccountValueSelect
                label="Yearly revenue"
                source={account.source}
                value={account.revenue}
                onChange={(revenue) => set('account revenue', { revenue })}
                hint="Shares are shown by accounts and by revenue."
              />
              <TextField
                label="Currency"
                value={account.currency ?? ''}
                placeholder="EUR"
                onChange={(currency) => set('currency', { currency: currency.trim() || undefined })}
              />
              <AccountValueSelect
                label="Next renewal"
                source={account.source}
                value={account.renewal}
                onChange={(renewal) => set('renewal', { renewal })}
                hint="A date, or a metric that gives the days until it."
              />
              <FlagFields flag={account.flag} onChange={(flag) => set('account flag', { flag })} />
            </>
          )}
        </div>
      </div>
      {account && (
        <fieldset className={styles.section}>
          <legend className={styles.legend}>Attributes offered for segments, filters and the worklist</legend>
          <div className={styles.checks}>
            {columns
              .filter(({ name }) => name !== account.key)
              .map(({ name }) => (
                <Checkbox
                  key={name}
                  checked={account.attributes.includes(name)}
                  onChange={(checked) =>
                    set('attributes', {
                      attributes: checked ? [...account.attributes, name] : account.attributes.filter((one) => one !== name),
                    })
                  }
                >
                  {name}
                </Checkbox>
              ))}
          </div>
        </fieldset>
      )}
    </Panel>
  );
}
