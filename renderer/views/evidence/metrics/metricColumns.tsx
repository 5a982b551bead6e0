import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { EvidenceOutcome } from '../../../../shared/contract/evidenceBasis.ts';
import type { MetricEvidence } from '../../../../shared/contract/metricEvidence.ts';
import type { Estimate } from '../../../../shared/stats/Estimate.ts';
import { numberText } from '../../../charts/numberText.ts';
import type { Column } from '../../../parts/DataTable.tsx';
import { estimateText, indexText, type NumberStyle, probabilityText, rateText, rateWords, valueOr } from '../estimateText.ts';
import { IntervalBar } from '../IntervalBar.tsx';
import styles from './metricColumns.module.css';
import { caveatsOf, directionText, sameAs } from './metricWords.ts';

type MetricColumn = Column<MetricEvidence>;

/** Columns of the metrics table, named by what they sort by. For an outcome that is a number the link is Spearman's; it has no AUC. */
export function metricColumns(outcome: EvidenceOutcome, answer: CallOutput<'measure-metrics'> | null): MetricColumn[] {
  const isYesNo = outcome.kind === 'yes-no';
  const outcomeStyle = rateWords(outcome).rateText;
  const auc = {
    id: 'link',
    header: 'AUC',
    about: 'Raw: below one half, low values go with the outcome',
    of: (row: MetricEvidence) => row.auc,
  };
  const spearman = {
    id: 'spearman',
    header: 'Spearman',
    about: 'Rank correlation with the outcome',
    of: (row: MetricEvidence) => row.spearman,
  };
  const value = {
    id: 'iv',
    header: 'IV',
    about: 'Information value: it reads too high by what noise adds, the interval does not',
    of: (row: MetricEvidence) => row.informationValue,
  };
  const distance = {
    id: 'ks',
    header: 'KS',
    about: 'Largest distance between the distributions with and without the outcome',
    of: (row: MetricEvidence) => row.ks?.estimate ?? null,
  };
  const information = {
    id: 'mi',
    header: 'MI',
    about: 'Mutual information in nats, bias subtracted',
    of: (row: MetricEvidence) => row.mutualInformation,
  };
  return [
    { ...words('name', 'Metric', 'The metric; a row opens it', 160, ({ name }) => name), grow: 2, sortable: true },
    {
      ...words('direction', 'Comes with', 'Which values the outcome comes with', 140, directionText),
      grow: 1,
      cell: (row) => (
        <span className={row.direction.asStated === false ? styles.notice : undefined} title={row.direction.sentence}>
          {directionText(row)}
        </span>
      ),
      text: ({ direction }) => direction.sentence,
    },
    ...(isYesNo ? [drawn(auc, 0.5, answer)] : [drawn(spearman, 0, answer)]),
    number('n', 'n', 'Observations with a value', 60, ({ observations, missing }) => observations - missing, numberText),
    ...(isYesNo
      ? [
          estimated(value),
          number(
            'nullLine',
            'Null line',
            'What the information value of 95 % of metrics without any link stays below',
            76,
            ({ informationValue }) => informationValue?.nullLine ?? null,
            indexText,
          ),
        ]
      : []),
    number('q', 'q', 'p-value after Benjamini-Hochberg over the metrics of this outcome', 76, ({ qValue }) => qValue, probabilityText),
    {
      ...words('caveats', 'To know', 'Suspicions of leakage, clocks, and what limits the numbers', 180, (row) => caveatsOf(row).join(' ')),
      grow: 3,
      cell: (row) => (
        <span className={styles.notice} title={caveatsOf(row).join(' ')}>
          {caveatsOf(row).join(' ')}
        </span>
      ),
    },
    number(
      'missing',
      'Missing',
      'Share of observations without a value',
      72,
      ({ missing, observations }) => missing / Math.max(1, observations),
      rateText,
    ),
    {
      ...number(
        'missingRate',
        `${isYesNo ? 'Rate' : 'Mean'} where missing`,
        'With its 95 % interval',
        164,
        ({ missingRate }) => missingRate.rate.value,
        outcomeStyle,
      ),
      cell: ({ missingRate }) => (missingRate.observations === 0 ? '–' : estimateText(missingRate.rate, outcomeStyle)),
    },
    words('steady', 'Steady', 'Whether the rate only rises or only falls from bin to bin', 62, ({ monotone }) =>
      monotone === null ? '–' : monotone ? 'yes' : 'no',
    ),
    {
      ...words('same', 'Says the same as', 'Metrics closely correlated in rank', 150, (row) => (answer ? sameAs(row, answer) : '')),
      grow: 2,
    },
    number(
      'inflation',
      'VIF',
      'Variance inflation: how much of the metric the others tell; 1 = nothing',
      58,
      ({ varianceInflation }) => varianceInflation,
      (value) => numberText(value, 1),
    ),
    ...(isYesNo ? [estimated(spearman), estimated(distance), estimated(information)] : []),
    number('weight', 'Of the score', 'Effective weight in the draft', 84, ({ effectiveWeight }) => effectiveWeight, rateText),
  ];
}

function words(id: string, header: string, about: string, width: number, text: (row: MetricEvidence) => string): MetricColumn {
  return { id, header, about, width, cell: (row) => <span title={text(row)}>{text(row)}</span>, text };
}

function number(
  id: string,
  header: string,
  about: string,
  width: number,
  of: (row: MetricEvidence) => number | null,
  style: NumberStyle,
): MetricColumn {
  const text = (row: MetricEvidence) => valueOr(of(row), style);
  return { id, header, about, width, align: 'end', sortable: true, cell: text, text };
}

interface Link {
  id: string;
  header: string;
  about: string;
  of: (row: MetricEvidence) => Estimate | null;
}

/** An estimate with its interval in words. */
function estimated({ id, header, about, of }: Link): MetricColumn {
  const text = (row: MetricEvidence) => {
    const estimate = of(row);
    return estimate ? estimateText(estimate, indexText) : '–';
  };
  return { id, header: `${header} (95 %)`, about, width: 176, align: 'end', sortable: true, cell: text, text };
}

/** The same, drawn before the words on a line that reaches as far from `nothing` as any metric does. */
function drawn(link: Link, nothing: number, answer: CallOutput<'measure-metrics'> | null): MetricColumn {
  const column = estimated(link);
  const ends = (answer?.metrics ?? []).flatMap((row) => link.of(row)?.interval ?? link.of(row)?.value ?? []);
  const reach = Math.max(0.05, ...ends.map((end) => Math.abs(end - nothing)));
  return {
    ...column,
    width: 268,
    cell: (row) => {
      const estimate = link.of(row);
      return (
        <span className={styles.drawn}>
          {estimate && (
            <IntervalBar
              value={estimate.value}
              interval={estimate.interval}
              domain={[nothing - reach, nothing + reach]}
              nothing={nothing}
            />
          )}
          <span>{column.text(row)}</span>
        </span>
      );
    },
  };
}
