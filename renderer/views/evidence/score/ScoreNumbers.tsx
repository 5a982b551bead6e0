import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { ScorePerformance } from '../../../../shared/contract/scorePerformance.ts';
import type { Estimate } from '../../../../shared/stats/Estimate.ts';
import { differenceText, fixedText, numberText } from '../../../charts/numberText.ts';
import { EstimateText } from '../EstimateText.tsx';
import {
  countsText,
  indexText,
  type NumberStyle,
  probabilityText,
  rateText,
  shiftText,
  timesText,
  valueOr,
  warningTexts,
} from '../estimateText.ts';
import { Section } from '../Section.tsx';
import table from '../table.module.css';
import { WarningNotes } from '../WarningNotes.tsx';

type Measured = CallOutput<'measure-score'>;

/** A difference of two shares. */
const pointsText: NumberStyle = (value) => `${differenceText(100 * value, 1)} pts`;

interface Line {
  name: string;
  of: (score: ScorePerformance) => Estimate | null;
  style: NumberStyle;
}

const lines: readonly Line[] = [
  { name: 'AUC', of: ({ auc }) => auc, style: indexText },
  { name: 'Spearman', of: ({ spearman }) => spearman, style: indexText },
  { name: 'Gini', of: ({ gini }) => gini, style: indexText },
  { name: 'KS', of: ({ ks }) => ks?.estimate ?? null, style: indexText },
  { name: 'Lift in the tenth with the lowest scores', of: ({ liftWorstTenth }) => liftWorstTenth, style: timesText },
  { name: 'Brier, out of fold', of: ({ calibration }) => calibration?.brier ?? null, style: indexText },
  { name: 'Predicted minus observed', of: ({ calibration }) => calibration?.inTheLarge ?? null, style: pointsText },
  { name: 'Calibration slope, ideal 1', of: ({ calibration }) => calibration?.slope ?? null, style: (value) => fixedText(value, 2) },
  {
    name: 'Calibration intercept, ideal 0',
    of: ({ calibration }) => calibration?.intercept ?? null,
    style: (value) => fixedText(value, 2),
  },
];

/** The numbers of the draft's score, of the one beside it, and their paired difference; each with interval, n and method. */
export function ScoreNumbers({ measured }: { measured: Measured }) {
  const { scorer, against, score, other, difference, basis } = measured;
  const shown = lines.filter(({ of }) => of(score) !== null || (other !== null && of(other) !== null));
  const paired: Record<string, Estimate | null | undefined> = { AUC: difference?.auc, Spearman: difference?.spearman };
  const first = ({ auc, spearman }: ScorePerformance) => auc ?? spearman;
  const [said, saidOther, saidPaired] = [first(score), other && first(other), difference && (difference.auc ?? difference.spearman)].map(
    (estimate) => estimate && countsText(estimate),
  );
  const warnings = warningTexts(
    score.warnings,
    other?.warnings,
    score.calibration?.warnings,
    ...shown.flatMap(({ of }) => [of(score)?.warnings, other ? of(other)?.warnings : undefined]),
  );
  return (
    <Section
      title="What the score is worth"
      about={`${basis.outcome.kind === 'number' ? 'a rank correlation above 0' : 'an AUC above one half'}: it does what it should`}
    >
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <ScoreHead name={`${scorer.name} (draft)`} said={said} />
              {against && <ScoreHead name={against.name} said={saidOther} />}
              {difference && <ScoreHead name="Difference, paired" said={saidPaired} />}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, of, style }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <EstimateText estimate={of(score)} style={style} said={said} />
                </td>
                {against && (
                  <td>
                    <EstimateText estimate={other ? of(other) : null} style={style} said={saidOther} />
                  </td>
                )}
                {difference && (
                  <td>
                    {paired[name] && (
                      <span className={table.lines}>
                        <EstimateText estimate={paired[name]} style={shiftText} said={saidPaired} />
                        {difference.pValue !== null && <span className={table.secondary}>p {probabilityText(difference.pValue)}</span>}
                      </span>
                    )}
                  </td>
                )}
              </tr>
            ))}
            <tr>
              <th scope="row">Without a score</th>
              <td>{withheldText(score)}</td>
              {against && <td>{other ? withheldText(other) : '–'}</td>}
              {difference && <td />}
            </tr>
          </tbody>
        </table>
      </div>
      {score.calibration && (
        <p className={table.secondary}>
          Skill {valueOr(score.calibration.skill, rateText)}: how much better the probabilities are than always saying the overall rate
          (Brier {valueOr(score.calibration.brierOfRate, indexText)}). Mean error of a bin{' '}
          {valueOr(score.calibration.expectedError, rateText)} in {numberText(score.calibration.bins.length)} bins; log loss{' '}
          {valueOr(score.calibration.logLoss, indexText)}.
        </p>
      )}
      {score.withoutCalibration && !warnings.includes(score.withoutCalibration) && (
        <p className={table.secondary}>{score.withoutCalibration}</p>
      )}
      <WarningNotes label="To know about these numbers" sentences={warnings} />
    </Section>
  );
}

/** Whose numbers stand below, and the counts that they share. */
function ScoreHead({ name, said }: { name: string; said: string | null | undefined }) {
  return (
    <th scope="col">
      <span className={table.lines}>
        {name}
        <span>{said}</span>
      </span>
    </th>
  );
}

const withheldText = ({ withheld, observations }: ScorePerformance) =>
  `${numberText(withheld)} of ${numberText(observations)} observations`;
