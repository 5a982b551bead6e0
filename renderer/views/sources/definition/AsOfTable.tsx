import type { AsOfSummary } from '../../../../shared/contract/observationCalls.ts';
import { numberText, percentText } from '../../../charts/numberText.ts';
import { useStudy } from '../../../state/studyStore.ts';
import styles from './AsOfTable.module.css';

/** Observations, exclusions and known outcomes per as-of date, latest first. */
export function AsOfTable({ dates }: { dates: readonly AsOfSummary[] }) {
  const { outcomes } = useStudy(({ draft }) => draft.definition);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className={styles.frame} tabIndex={0} aria-label="Observations per as-of date">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">As of</th>
            <th scope="col">Observations</th>
            <th scope="col">Excluded</th>
            <th scope="col">Outside their lifetime</th>
            {outcomes.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dates.toReversed().map((date) => (
            <tr key={date.asOf}>
              <th scope="row">{date.asOf}</th>
              <td>{numberText(date.observations)}</td>
              <td title={date.excluded.map(({ name, accounts }) => `${name}: ${numberText(accounts)}`).join('\n')}>
                {numberText(date.excluded.reduce((sum, { accounts }) => sum + accounts, 0))}
              </td>
              <td>{numberText(date.outsideLifetime)}</td>
              {outcomes.map(({ id }) => (
                <OutcomeCell key={id} outcome={date.outcomes.find((one) => one.id === id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OutcomeCell({ outcome }: { outcome: AsOfSummary['outcomes'][number] | undefined }) {
  if (!outcome) return <td />;
  const { known, yes, unknown, notAtRisk } = outcome;
  const rest = [unknown > 0 && `${numberText(unknown)} unknown`, notAtRisk > 0 && `${numberText(notAtRisk)} not at risk`]
    .filter(Boolean)
    .join(', ');
  return (
    <td>
      {known > 0 && `${numberText(yes)} of ${numberText(known)} (${percentText(yes / known, 1)})`}
      {rest && <span className={styles.rest}> {rest}</span>}
    </td>
  );
}
