import type { CallOutput } from '../../shared/contract/contract.ts';
import { describeExplanation } from './describeExplanation.ts';
import { countText, numberText, textTable } from './textTable.ts';
import type { Verb, VerbOption } from './Verb.ts';

const asOf: VerbOption = { says: 'one of the as-of dates; without it the latest', value: 'DATE' };
const model: VerbOption = { says: 'id of a model; without it the current one', value: 'ID' };
const out: VerbOption = { says: 'where to write: .csv, .parquet or .xlsx', value: 'FILE' };

/** Verbs that read a study. */
export const scoreVerbs: Record<string, Verb> = {
  report: {
    says: 'What is in the study and what is inconsistent, in plain words.',
    takes: ['STUDY'],
    options: {},
    async run({ words, call }) {
      await call('open-study', { path: words.study! });
      const data = await call('report-study', {});
      return { data, text: describeReport(data) };
    },
  },
  score: {
    says: 'Scores every account: the bands, and with --out every account to a file.',
    takes: ['STUDY'],
    options: { model, 'as-of': asOf, out },
    async run({ words, options, call }) {
      await call('open-study', { path: words.study! });
      const which = { model: options.model, asOf: options['as-of'] };
      const book = await call('score-book', which);
      if (options.out === undefined) return { data: book, text: describeBook(book) };
      const written = await call('export-scores', { ...which, path: options.out });
      return { data: { book, written }, text: `${describeBook(book)}\n${describeFile(written)}` };
    },
  },
  observations: {
    says: 'Writes the observations: one row per account and as-of date, with metrics and outcomes.',
    takes: ['STUDY'],
    options: { 'as-of': { ...asOf, says: 'only this as-of date' }, out: { ...out, required: true } },
    async run({ words, options, call }) {
      await call('open-study', { path: words.study! });
      const data = await call('export-observations', { path: options.out!, asOf: options['as-of'] });
      return { data, text: describeFile(data) };
    },
  },
  explain: {
    says: 'Why one account scores as it does, to the exact sum.',
    takes: ['STUDY'],
    options: { account: { says: 'key of the account', value: 'ID', required: true }, model, 'as-of': asOf },
    async run({ words, options, call }) {
      await call('open-study', { path: words.study! });
      const data = await call('explain-account', { account: options.account!, model: options.model, asOf: options['as-of'] });
      return { data, text: describeExplanation(data) };
    },
  },
};

function describeReport({ sources, findings }: CallOutput<'report-study'>): string {
  const table = textTable(
    ['source', 'rows in file', 'loaded', 'rejected', 'cells unconverted', 'from', 'to', 'accounts'],
    sources.map((one) => [one.source, one.records, one.loaded, one.rejected, one.unconverted, one.from, one.to, one.accounts]),
  );
  const found = findings.map(({ severity, sentence, examples }) =>
    [`${severity}: ${sentence}`, ...(examples.length > 0 ? [`  for example ${examples.join(', ')}`] : [])].join('\n'),
  );
  return [table, '', ...(found.length > 0 ? found : ['Nothing inconsistent was found.'])].join('\n');
}

function describeBook({ asOf, model, accounts, revenue, mean, median, withheld, bands, exclusions }: CallOutput<'score-book'>): string {
  const share = (count: number) => (accounts > 0 ? `${((100 * count) / accounts).toFixed(1)} %` : '');
  return [
    `${countText(accounts, 'account')} on ${asOf}, scored by ${model.name}; higher = healthier`,
    ...(mean === null || median === null
      ? []
      : [`mean ${numberText(mean)}, median ${numberText(median)}; ${numberText(withheld)} withheld`]),
    ...exclusions.map(({ name, accounts: excluded }) => `${countText(excluded, 'account')} not in the population: ${name}`),
    textTable(
      ['band', 'accounts', 'share of accounts', ...(revenue === 0 ? [] : ['revenue'])],
      bands.map((band) => [band.band, band.accounts, share(band.accounts), ...(revenue === 0 ? [] : [band.revenue])]),
    ),
  ].join('\n');
}

function describeFile({ path, rows }: { path: string; rows: number }): string {
  return `${countText(rows, 'row')} written to ${path}`;
}
