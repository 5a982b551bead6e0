import { useMemo } from 'react';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { OutcomeRate } from '../../../../shared/contract/evidenceBasis.ts';
import type { ScorePerformance } from '../../../../shared/contract/scorePerformance.ts';
import type { Band } from '../../../../shared/model/model.ts';
import { type GroupRate, GroupRates } from '../../../charts/GroupRates.tsx';
import { numberText, scoreText } from '../../../charts/numberText.ts';
import { withheldName } from '../../book/bookNames.ts';
import { basisText, estimateText, indexText, rateText, timesText, valueOr } from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import styles from './ScoreTab.module.css';

type Measured = CallOutput<'measure-score'>;

interface ScoreRatesProps {
  measured: Measured;
  bands: readonly Band[];
}

/** How often the outcome came in each band and each tenth of the scores, with lift and gain. */
export function ScoreRates({ measured, bands }: ScoreRatesProps) {
  const { score, other, against, scorer, basis } = measured;
  const isNumber = basis.outcome.kind === 'number';
  const style = isNumber ? indexText : rateText;
  const colours = useMemo(() => new Map(bands.map((band) => [band.id, band.colour])), [bands]);
  const groups = useMemo(() => groupsOf(score, colours), [score, colours]);
  const others = useMemo(() => other && groupsOf(other, colours), [other, colours]);
  const beside = (list: 'bands' | 'tenths') =>
    others && against ? { name: against.name, ownName: scorer.name, groups: others[list] } : undefined;
  const shared = {
    rateLabel: isNumber ? `mean of ${basis.outcome.name}` : `${basis.outcome.name}, share`,
    rateText: style,
    overall: overallOf(score),
  };
  const parts = score.tenths.length === 10 ? 'tenth' : 'fifth';
  return (
    <Section title="Outcome by band and by score" about="95 % intervals; dashed: all observations">
      <div className={styles.charts}>
        <GroupRates
          {...shared}
          title={`${basis.outcome.name} by band`}
          sentence={bandsSentence(score)}
          groups={groups.bands}
          other={beside('bands')}
          groupLabel="band"
        />
        <GroupRates
          {...shared}
          title={`${basis.outcome.name} by ${parts} of the scores`}
          sentence={`${parts === 'tenth' ? 'Tenths' : 'Fifths'} of the observations by score, the lowest first.`}
          groups={groups.tenths}
          other={beside('tenths')}
          groupLabel={`${parts} of the scores, lowest first`}
        />
      </div>
      <div className={table.scroll}>
        <table className={table.table}>
          <caption>Lift and gains, {scorer.name}</caption>
          <thead>
            <tr>
              <th scope="col">{parts === 'tenth' ? 'Tenth' : 'Fifth'} (scores)</th>
              <th scope="col">{isNumber ? 'Mean' : 'Rate'} (95 %)</th>
              <th scope="col">n, events, accounts, method</th>
              <th scope="col">Lift (95 %)</th>
              <th scope="col">Gain: share of all events up to here (95 %)</th>
              <th scope="col">Lift up to here</th>
            </tr>
          </thead>
          <tbody>
            {score.tenths.map((part, index) => (
              <tr key={partName(part, index)}>
                <th scope="row">{partName(part, index)}</th>
                <td>{estimateText(part.rate, style)}</td>
                <td className={table.secondary}>{basisText(part.rate)}</td>
                <td>{part.lift ? estimateText(part.lift, timesText) : '–'}</td>
                <td>{part.gain ? estimateText(part.gain, rateText) : '–'}</td>
                <td>{valueOr(part.cumulativeLift, timesText)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function groupsOf(score: ScorePerformance, colours: ReadonlyMap<string, string>): { bands: GroupRate[]; tenths: GroupRate[] } {
  const group = (label: string, { rate }: OutcomeRate, colour?: string): GroupRate => ({
    label,
    rate: rate.value,
    interval: rate.interval,
    basis: basisText(rate),
    colour,
  });
  return {
    bands: score.bands.map((band) =>
      group(band.band === 'withheld' ? withheldName : band.name, band, colours.get(band.band) ?? 'var(--line-strong)'),
    ),
    tenths: score.tenths.map((part, index) => group(numberText(index + 1), part)),
  };
}

/** Of everything that has a score. */
function overallOf({ tenths }: ScorePerformance): number | null {
  const counted = tenths.filter(({ rate }) => rate.value !== null);
  const n = counted.reduce((sum, { observations }) => sum + observations, 0);
  return n === 0 ? null : counted.reduce((sum, { rate, observations }) => sum + (rate.value ?? 0) * observations, 0) / n;
}

function bandsSentence({ monotone }: ScorePerformance): string {
  if (monotone === null) return 'A band has no observation, so nothing is said about the order of the bands.';
  return monotone ? 'From band to band the outcome goes one way.' : 'The outcome does not go one way from band to band.';
}

function partName({ from, to }: { from: number | null; to: number | null }, index: number): string {
  return from === null || to === null ? numberText(index + 1) : `${numberText(index + 1)} (${scoreText(from)} to ${scoreText(to)})`;
}
