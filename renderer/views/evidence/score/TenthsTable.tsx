import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { numberText, scoreText } from '../../../charts/numberText.ts';
import { basisText, estimateText, rateText, rateWords, timesText, valueOr } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import { partWord } from './partWord.ts';

/** Rate, lift and gain of each tenth of the scores, lowest first. */
export function TenthsTable({ measured: { score, scorer, basis } }: { measured: CallOutput<'measure-score'> }) {
  const part = partWord(score);
  const { rateText: style } = rateWords(basis.outcome);
  return (
    <Section title="Lift and gains" about={`${part}s of the observations by score of ${scorer.name}, lowest first; 95 % intervals`}>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Scores</th>
              <th scope="col">{basis.outcome.kind === 'number' ? 'Mean' : 'Rate'}</th>
              <th scope="col">Rests on</th>
              <th scope="col">Lift</th>
              <th scope="col">Gain: share of all events up to here</th>
              <th scope="col">Lift up to here</th>
            </tr>
          </thead>
          <tbody>
            {score.tenths.map(({ from, to, rate, lift, gain, cumulativeLift }, index) => {
              const place = `${numberText(index + 1)}.`;
              return (
                <tr key={place}>
                  <th scope="row">{from === null || to === null ? place : `${place} ${scoreText(from)} to ${scoreText(to)}`}</th>
                  <td>{estimateText(rate, style)}</td>
                  <td className={table.secondary}>{basisText(rate)}</td>
                  <td>{lift ? estimateText(lift, timesText) : '–'}</td>
                  <td>{gain ? estimateText(gain, rateText) : '–'}</td>
                  <td>{valueOr(cumulativeLift, timesText)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
