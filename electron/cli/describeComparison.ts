import { swapSentence } from '../../shared/comparison/swapSentence.ts';
import type { ScoreEvidence } from '../../shared/contract/comparisonCalls.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { warningSentences } from '../../shared/stats/warning.ts';
import { estimateText } from './estimateText.ts';
import { numberText, textTable } from './textTable.ts';

type Comparison = CallOutput<'compare-models'>;
type Evidence = CallOutput<'compare-evidence'>;

const withheld = 'Not enough data';

/** Two models on one book, for a person. */
export function describeComparison({ asOf, currency, baseline, draft, outline, book, differences, notes }: Comparison): string {
  const mean = (value: number | null | undefined) => (typeof value === 'number' ? numberText(value) : 'none');
  const money = currency ?? 'revenue';
  const [rows, columns] = [baseline, draft].map(({ bands }) => [...bands.map(({ name }) => name), withheld]) as [string[], string[]];
  const matrix = (title: string, values: number[][]) => [
    '',
    `${title}, from the baseline's bands (rows) to the draft's (columns)`,
    textTable(
      ['', ...columns],
      rows.map((name, index) => [name, ...values[index]!]),
    ),
  ];
  return [
    `${draft.name} (draft) against ${baseline.name} (baseline) on ${asOf}: ${numberText(book.accounts)} accounts; higher = healthier`,
    `mean score ${mean(outline?.mean)} before, ${mean(book.mean)} after`,
    sharesTable(rows, columns, book.accounts, book.migrationAccounts),
    ...matrix('accounts', book.migrationAccounts),
    ...(book.revenue === 0 ? [] : matrix(money, book.migrationRevenue)),
    ...(differences.length === 0
      ? []
      : [
          '',
          textTable(
            ['differs', 'where', 'before', 'after'],
            differences.map(({ what, where, before, after }) => [what, where, before, after]),
          ),
        ]),
    ...notes,
  ].join('\n');
}

/** Bands of both models by name: one that a model does not have stays empty on its side. */
function sharesTable(rows: readonly string[], columns: readonly string[], accounts: number, migration: readonly number[][]): string {
  const names = [...rows.slice(0, -1), ...columns.filter((name) => !rows.includes(name)), withheld];
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const before = (name: string) => (rows.includes(name) ? sum(migration[rows.indexOf(name)]!) : null);
  const after = (name: string) => (columns.includes(name) ? sum(migration.map((row) => row[columns.indexOf(name)]!)) : null);
  const share = (count: number | null) => (count === null || accounts === 0 ? '' : percent(count / accounts));
  return textTable(
    ['band', 'before', 'after', 'share before', 'share after'],
    names.map((name) => [name, before(name), after(name), share(before(name)), share(after(name))]),
  );
}

/** Two models against an outcome, for a person: every number with its interval. */
export function describeSwap({ set, baseline, draft, aucDifference, swapSet, notes }: Evidence, compared: Comparison): string {
  const { confirmation } = set;
  const sides = [...(baseline ? [{ ...baseline, name: `${baseline.name} (baseline)` }] : []), { ...draft, name: `${draft.name} (draft)` }];
  return [
    `${set.outcome}: proof set of ${numberText(set.observations)} observations of ${numberText(set.accounts)} accounts, ${set.from} to ${set.to}, ${numberText(set.events)} with the outcome; ${warningSentences.TUNED_ON_THESE_DATA}`,
    `the confirmation set (${numberText(confirmation.observations)} observations) stays closed; it was opened ${numberText(confirmation.openings)} times`,
    textTable(
      ['', 'AUC', 'KS', 'lift of the worst tenth'],
      sides.map(({ name, auc, ks, liftWorstTenth }) => [name, ...[auc, ks, liftWorstTenth].map((one) => estimateText(one))]),
    ),
    ...(aucDifference ? [`AUC, draft minus baseline, paired: ${estimateText(aucDifference)}`] : []),
    ...(baseline ? ['', ratesTable('baseline', baseline, compared.baseline.bands)] : []),
    '',
    ratesTable('draft', draft, compared.draft.bands),
    ...(swapSet ? ['', ...swapSet.groups.map((group) => swapSentence(group, swapSet.outcome, words))] : []),
    ...notes,
  ].join('\n');
}

function ratesTable(side: string, { bandRates }: ScoreEvidence, bands: Comparison['draft']['bands']): string {
  const nameOf = (band: string) => bands.find(({ id }) => id === band)?.name ?? withheld;
  return textTable(
    [side, 'observations', 'with the outcome', 'rate'],
    bandRates.map(({ band, rate }) => [nameOf(band), rate.n, rate.events, estimateText(rate, rate.events === null ? 'plain' : 'share')]),
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

const words = {
  count: numberText,
  percent: (share: number) => `${Math.round(100 * share)} %`,
  points: (value: number) => value.toFixed(1),
};
