import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { Band } from '../../../../shared/model/model.ts';
import { moneyText, percentText, scoreText } from '../../../charts/numberText.ts';
import { BandName } from '../../../parts/BandName.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { Section } from '../Section.tsx';
import styles from './ProbabilityTab.module.css';

type Answer = CallOutput<'estimate-probability'>;
type Account = Answer['accounts'][number];

/** The accounts of the book by expected revenue at risk. */
export function AtRiskAccounts({ answer, bands }: { answer: Answer; bands: readonly Band[] }) {
  const { accounts, currency, horizon, total } = answer;
  const columns = useMemo(() => columnsOf(bands, currency), [bands, currency]);
  if (accounts.length === 0) return null;
  const shown = accounts.length < total.accounts ? `the first ${accounts.length} of ${total.accounts}` : `all ${accounts.length}`;
  return (
    <Section title="Accounts by revenue at risk" about={`${shown}; ${horizon}; interval of the curve`}>
      <div className={styles.table}>
        <DataTable
          label="Accounts by revenue at risk"
          columns={columns}
          total={accounts.length}
          rowAt={(index) => accounts[index]}
          keyOf={({ account }) => account}
        />
      </div>
    </Section>
  );
}

function columnsOf(bands: readonly Band[], currency: string | null): Column<Account>[] {
  const bandOf = (id: string) => bands.find((band) => band.id === id) ?? null;
  const money = (amount: number | null) => (amount === null ? '–' : moneyText(amount, currency));
  return [
    column('name', 'Account', 200, ({ account, name }) => name ?? account),
    {
      ...column('band', 'Band', 110, ({ band }) => bandOf(band)?.name ?? band),
      cell: ({ band }) => <BandName band={bandOf(band)} name={bandOf(band)?.name ?? band} />,
    },
    { ...column('score', 'Score', 80, ({ score }) => scoreText(score)), align: 'end' },
    {
      ...column(
        'probability',
        'Probability (95 %)',
        190,
        ({ probability, low, high }) => `${percentText(probability, 1)} (${percentText(low, 1)} to ${percentText(high, 1)})`,
      ),
      align: 'end',
    },
    { ...column('revenue', 'Revenue', 110, ({ revenue }) => money(revenue)), align: 'end' },
    { ...column('atRisk', 'At risk', 110, ({ atRisk }) => money(atRisk)), align: 'end' },
  ];
}

function column(id: string, header: string, width: number, text: (account: Account) => string): Column<Account> {
  return { id, header, width, grow: 1, cell: text, text };
}
