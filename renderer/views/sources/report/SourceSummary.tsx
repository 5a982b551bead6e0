import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { numberText } from '../../../charts/numberText.ts';
import styles from '../definition/AsOfTable.module.css';

/** Rows, days and accounts of each source. */
export function SourceSummary({ sources }: { sources: CallOutput<'report-study'>['sources'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className={styles.frame} tabIndex={0} aria-label="Sources in numbers">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Rows in the file</th>
            <th scope="col">Loaded</th>
            <th scope="col">Rejected</th>
            <th scope="col">Cells unconverted</th>
            <th scope="col">First day</th>
            <th scope="col">Last day</th>
            <th scope="col">Accounts in it</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.source}>
              <th scope="row">{source.name}</th>
              <td>{numberText(source.records)}</td>
              <td>{numberText(source.loaded)}</td>
              <td>{numberText(source.rejected)}</td>
              <td>{numberText(source.unconverted)}</td>
              <td>{source.from ?? '–'}</td>
              <td>{source.to ?? '–'}</td>
              <td>{source.accounts === null ? '–' : numberText(source.accounts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
