import { filterToSql } from '../../../shared/expression/filterToSql.ts';
import { formulaToSql } from '../../../shared/expression/formulaToSql.ts';
import { parseFilter } from '../../../shared/expression/parseFilter.ts';
import { parseFormula } from '../../../shared/expression/parseFormula.ts';
import type { AccountValue, Definition } from '../../../shared/model/definition.ts';
import type { Metric } from '../../../shared/model/metric.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import { column } from '../../../shared/sql/sql.ts';
import { accountRows } from './accountRows.ts';
import { checkColumnType } from './checkColumnType.ts';
import { dateLiteral } from './dateLiteral.ts';
import { givenScoreRows } from './givenScoreRows.ts';
import { metricLevels } from './metricLevels.ts';
import { metricRows, readsSource } from './metricRows.ts';
import { isZeroWithoutRows, metricValueSql, seenIn } from './metricValueSql.ts';
import { observationName } from './observationNames.ts';
import type { outcomeRows } from './outcomes/outcomeRows.ts';
import { readableOutcome } from './outcomes/readableOutcome.ts';
import type { PreparedSource } from './PreparedSource.ts';
import type { PreparedSources } from './prepareSources.ts';
import { treatedRows } from './treatedRows.ts';

export interface ObservationParts {
  definition: Definition & { account: NonNullable<Definition['account']> };
  accounts: PreparedSource;
  sources: PreparedSources;
  /** Account columns carried as "account.<column>". */
  attributes: readonly string[];
  /** The last of the study's as-of dates: undated given scores belong to it alone. */
  latest: string;
}

/**
 * SQL of the observations of one as-of date, with `exclusion`: null for those that count, else the id of the first population rule that holds.
 * Columns as docs/ARCHITECTURE.md lists them, in the same order and of the same types at every date.
 */
export function observationQuery({ definition, accounts, sources, attributes, latest }: ObservationParts, asOf: string): string {
  const role = definition.account;
  const nameOf = observationName(definition, accounts);
  const filter = (text: string) => printDuckdb(filterToSql(parseFilter(text), nameOf));
  const accountColumns = [
    ...new Set([
      ...attributes,
      ...columnsOf(role.revenue),
      ...columnsOf(role.renewal),
      ...definition.metrics.flatMap((metric) => accountColumnOf(metric, role.source)),
    ]),
  ];

  const passes = metricRows(
    definition.metrics.filter((metric) => accountColumnOf(metric, role.source).length === 0),
    sources,
    asOf,
  );
  const passOf = new Map(passes.flatMap((pass) => pass.metrics.map((metric) => [metric.id, pass])));
  const [first = [], ...later] = metricLevels(definition.metrics);
  const raw = (metric: Metric) => {
    const [own] = accountColumnOf(metric, role.source);
    if (own === undefined) return metricValueSql(metric, passOf.get(metric.id) ?? null, asOf);
    checkColumnType(metric, accounts, own);
    return `cast(a.${quoteIdentifier(`account.${own}`)} as ${metric.valueType === 'category' ? 'varchar' : 'double'})`;
  };
  const divided = later.flat().filter((metric) => metric.value.kind !== 'formula');
  const seen = [
    ...new Set(
      passes
        .filter((pass) => pass.prepared.reading.unseenAccounts === 'missing' && pass.metrics.some(isZeroWithoutRows))
        .map((pass) => pass.prepared.source.id),
    ),
  ];

  const base = `select a.*, ${[
    ...first.map((metric) => `${raw(metric)} as ${quoteIdentifier(metric.id)}`),
    ...divided.map((metric) => `${raw(metric)} as ${undivided(metric)}`),
    'true as "·counted"',
  ].join(', ')}
    from (${accountRows(role, accounts, accountColumns, asOf)}) a
    ${passes.map((pass) => `left join (${pass.sql}) ${pass.name} on ${pass.name}.account = a.account_id`).join('\n')}
    ${seen.map((id) => `left join ${seenIn(id)} on ${seenIn(id)}.account = a.account_id`).join('\n')}
    where (a."·start" is null or a."·start" <= ${dateLiteral(asOf)}) and (a."·end" is null or a."·end" > ${dateLiteral(asOf)})`;

  const computed = later.reduce(
    (inner, metrics) =>
      `select *, ${metrics.map((metric) => `${derived(metric)} as ${quoteIdentifier(metric.id)}`).join(', ')} from (${inner})`,
    base,
  );

  const exclusion =
    definition.population.length === 0
      ? 'cast(null as varchar)'
      : `case ${definition.population.map((rule) => `when ${filter(rule.where)} then ${quoteText(rule.id)}`).join(' ')} end`;
  const outcomes = definition.outcomes.map((outcome, index) => ({
    outcome,
    name: `outcome_${index}`,
    rows: readableOutcome(outcome, sources, asOf),
  }));
  const given = definition.givenScores.map((score, index) => ({
    score,
    name: `given_${index}`,
    rows: givenScoreRows(score, sources, asOf, latest),
  }));
  const treated = definition.interventions ? treatedRows(definition.interventions, definition.outcomes, sources, asOf) : null;

  const accountValue = (value: AccountValue | undefined, type: string): string => {
    if (!value) return `cast(null as ${type})`;
    if ('column' in value) return `cast(${quoteIdentifier(`account.${value.column}`)} as ${type})`;
    const metric = quoteIdentifier(value.metric);
    return type === 'date' ? `cast(${dateLiteral(asOf)} + cast(round(${metric}) as integer) as date)` : `cast(${metric} as ${type})`;
  };
  return `select account_id, ${[
    `${dateLiteral(asOf)} as as_of`,
    'account_name',
    'owner',
    `${accountValue(role.revenue, 'double')} as revenue`,
    `${accountValue(role.renewal, 'date')} as renewal_date`,
    ...definition.metrics.map((metric) => quoteIdentifier(metric.id)),
    ...attributes.map((attribute) => quoteIdentifier(`account.${attribute}`)),
    ...outcomes.flatMap(({ outcome, name, rows }) => {
      const status = outcomeStatus(name, rows, outcome.atRisk ? filter(outcome.atRisk) : 'true');
      return [
        `case when ${status} = 'known' then ${outcomeValue(name, rows)} end as ${quoteIdentifier(`outcome.${outcome.id}`)}`,
        `${status} as ${quoteIdentifier(`outcome.${outcome.id}.status`)}`,
      ];
    }),
    ...given.map(
      ({ score, name, rows }) =>
        `${rows === null ? `cast(null as ${score.kind === 'band' ? 'varchar' : 'double'})` : `${name}.value`} as ${quoteIdentifier(`given.${score.id}`)}`,
    ),
    `${treated ? 'treated.account is not null' : 'false'} as treated`,
    `${exclusion} as exclusion`,
  ].join(',\n ')}
  from (${computed}) o
  ${outcomes.map(({ name, rows }) => `left join (${rows.sql}) ${name} on ${name}.account = o.account_id`).join('\n')}
  ${given.map(({ name, rows }) => (rows === null ? '' : `left join (${rows}) ${name} on ${name}.account = o.account_id`)).join('\n')}
  ${treated ? `left join (${treated}) treated on treated.account = o.account_id` : ''}`;
}

const undivided = (metric: Metric) => quoteIdentifier(`undivided.${metric.id}`);

function derived(metric: Metric): string {
  const value =
    metric.value.kind === 'formula'
      ? printDuckdb(formulaToSql(parseFormula(metric.value.formula), (name) => ({ sql: column(name), type: 'number' })))
      : undivided(metric);
  return metric.per ? `(${value}) / nullif(${quoteIdentifier(metric.per)}, 0)` : `cast(${value} as double)`;
}

/** The account column a metric reads directly; none for every other metric. */
function accountColumnOf(metric: Metric, accountSource: string): string[] {
  return readsSource(metric) && metric.value.kind === 'column' && metric.value.source === accountSource ? [metric.value.column] : [];
}

const columnsOf = (value: AccountValue | undefined) => (value && 'column' in value ? [value.column] : []);

function outcomeStatus(name: string, { absent, closed }: ReturnType<typeof outcomeRows>, atRisk: string): string {
  const risk = `coalesce(${name}.at_risk, ${absent.atRisk}) and ${atRisk}`;
  return `case when not (${risk}) then 'not-at-risk' when ${closed ? `(${outcomeValue(name, { absent })}) is null` : 'true'} then 'unknown' else 'known' end`;
}

function outcomeValue(name: string, { absent }: Pick<ReturnType<typeof outcomeRows>, 'absent'>): string {
  return `case when ${name}.account is null then ${absent.value === null ? 'cast(null as double)' : `${absent.value}::double`} else ${name}.value end`;
}
