import { useMemo, useState } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { countText, moneyText, numberText, percentText } from '../../../charts/numberText.ts';
import { Checkbox } from '../../../parts/Checkbox.tsx';
import { Choice } from '../../../parts/Choice.tsx';
import { DataTable } from '../../../parts/DataTable.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FailureNote } from '../../../parts/FailureNote.tsx';
import { Select } from '../../../parts/Select.tsx';
import { useHost } from '../../../state/host.ts';
import { useStudy } from '../../../state/studyStore.ts';
import { usePages } from '../../../state/usePages.ts';
import type { EvidenceScope } from '../evidenceScope.ts';
import { WrongAccount } from './WrongAccount.tsx';
import type { WrongKind, WrongLine } from './WrongLine.ts';
import styles from './WrongTab.module.css';
import { wrongColumns } from './wrongColumns.tsx';

type Listed = CallOutput<'list-wrong'>;
type Treated = 'any' | WrongLine['treated'];

/** The most rows a call gives. */
const mostRows = 1000;

/** The two ways of being wrong: healthy scores that were followed by what is feared, and unhealthy ones that were not. */
export function WrongTab({ scope }: { scope: EvidenceScope }) {
  const { outcome, model } = scope;
  const { invoke } = useHost();
  const dataChanges = useStudy((state) => state.dataChanges);
  const currency = useStudy(({ draft }) => draft.definition.account?.currency ?? null);
  const [kind, setKind] = useState<WrongKind>('green-churners');
  const [treated, setTreated] = useState<Treated>('any');
  const [conflictsOnly, setConflictsOnly] = useState(false);
  const [listed, setListed] = useState<{ question: string; answer: Listed } | null>(null);
  const [opened, open] = useState<WrongLine | null>(null);
  const asked = { kind, model, outcome: outcome.id, conflictsOnly, ...(treated !== 'any' && { treated }) };
  const question = JSON.stringify([asked, dataChanges]);
  const pages = usePages<WrongLine>(question, async (offset, limit, signal) => {
    const answer = await invoke('list-wrong', { ...asked, offset, limit: Math.min(limit, mostRows) }, { signal });
    setListed({ question, answer });
    return { total: answer.total, rows: answer.lines };
  });
  const columns = useMemo(() => wrongColumns(model, kind, currency), [model, kind, currency]);
  const answer = listed?.question === question ? listed.answer : null;

  return (
    <div className={styles.wrong} data-open={opened !== null}>
      <div className={styles.list}>
        <div className={styles.filters}>
          <Choice
            label="Which way of being wrong"
            value={kind}
            options={[
              { value: 'green-churners', label: 'Green churners' },
              { value: 'red-renewers', label: 'Red renewers' },
            ]}
            onChange={(next) => {
              setKind(next);
              open(null);
            }}
          />
          <Select
            label="Intervention"
            value={treated}
            options={[
              { value: 'any', label: 'any' },
              { value: 'touched', label: 'touched' },
              { value: 'untouched', label: 'untouched' },
              { value: 'unknown', label: 'unknown' },
            ]}
            onChange={setTreated}
          />
          <Checkbox checked={conflictsOnly} onChange={setConflictsOnly}>
            Only where metrics contradict each other
          </Checkbox>
        </div>
        <FailureNote failure={pages.failure instanceof Error ? pages.failure : null} />
        <p className={styles.sentence} role="status">
          {answer ? `${answer.sentence} ${totalsText(answer, currency)}` : 'Counting …'}
        </p>
        <div className={styles.table} aria-busy={pages.stale}>
          <DataTable
            label={kind === 'green-churners' ? 'Green churners' : 'Red renewers'}
            columns={columns}
            total={pages.total ?? 0}
            rowAt={pages.rowAt}
            keyOf={keyOf}
            onRange={pages.onRange}
            chosen={opened && keyOf(opened)}
            onChoose={open}
            allRows={pages.allRows}
            empty={pages.total === 0 && <EmptyState title="No account">No observation of the proof set was wrong in this way.</EmptyState>}
          />
        </div>
      </div>
      {opened && <WrongAccount line={opened} model={model} onClose={() => open(null)} />}
    </div>
  );
}

const keyOf = ({ account, asOf }: WrongLine) => `${account} ${asOf}`;

function totalsText({ total, accounts, totalRevenue, ofBand, treatment }: Listed, currency: string | null): string {
  const share = ofBand === 0 ? '' : ` (${percentText(total / ofBand, 1)} of the ${numberText(ofBand)} in that band)`;
  const revenue = totalRevenue > 0 ? `, ${moneyText(totalRevenue, currency)} of revenue` : '';
  const { touched, untouched, unknown } = treatment;
  return `${countText(total, 'observation')} of ${countText(accounts, 'account')}${share}${revenue}. Touched by an intervention ${numberText(touched)}, untouched ${numberText(untouched)}, unknown ${numberText(unknown)}.`;
}
