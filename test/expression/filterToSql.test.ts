import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/engine/database/Database.ts';
import type { ColumnOf } from '../../shared/expression/ColumnOf.ts';
import { evaluateFilter } from '../../shared/expression/evaluateFilter.ts';
import { evaluateFormula } from '../../shared/expression/evaluateFormula.ts';
import { filterToSql } from '../../shared/expression/filterToSql.ts';
import { formulaToSql } from '../../shared/expression/formulaToSql.ts';
import { parseFilter } from '../../shared/expression/parseFilter.ts';
import { parseFormula } from '../../shared/expression/parseFormula.ts';
import { Failure } from '../../shared/failure.ts';
import { printDuckdb } from '../../shared/sql/printDuckdb.ts';
import { column, type SqlType } from '../../shared/sql/sql.ts';
import { openTestDatabase } from '../sql/openTestDatabase.ts';

const types: Record<string, SqlType> = {
  n: 'number',
  m: 'number',
  t: 'text',
  u: 'text',
  b: 'boolean',
  d: 'date',
  'we\'ird "name"': 'text',
};
const columnOf: ColumnOf = (name) => {
  const type = types[name];
  if (!type) throw new Failure('metric-unknown', { metric: name });
  return { sql: column(name), type };
};

const quoteName = (name: string) => (/^[a-z]$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);
const namesOf = (type: SqlType) =>
  fc.constantFrom(
    ...Object.keys(types)
      .filter((name) => types[name] === type)
      .map(quoteName),
  );

const numberValue = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.1, 0.30000000000000004, 1e-7, 123456789.125),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const textValue = fc.oneof(
  fc.constantFrom('', 'a', 'B', "O'Neil", 'ß', '\u{10000}', '\uffee', '-- x', '{0}'),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => text.replaceAll('\0', '')),
);
const dateValue = fc.constantFrom('0001-01-01', '2024-02-29', '2026-01-31', '9999-12-31');
const quoteValue = (text: string) => `'${text.replaceAll("'", "''")}'`;

const operandOf = (type: SqlType) => {
  const literal = {
    number: numberValue.map(String),
    text: textValue.map(quoteValue),
    boolean: fc.constantFrom('true', 'FALSE'),
    date: dateValue.map(quoteValue),
  };
  return fc.oneof(namesOf(type), literal[type]);
};

const test = fc.constantFrom<SqlType>('number', 'text', 'boolean', 'date').chain((type) => {
  const name = namesOf(type);
  const operand = operandOf(type);
  const comparison = type === 'boolean' ? fc.constantFrom('=', '<>') : fc.constantFrom('=', '!=', '<>', '<', '<=', '>', '>=');
  const some = fc.array(operand, { minLength: 1, maxLength: 3 }).map((values) => values.join(', '));
  const forms = [
    fc.tuple(name, comparison, operand).map((parts) => parts.join(' ')),
    fc.tuple(operand, comparison, name).map((parts) => parts.join(' ')),
    fc.tuple(name, fc.constantFrom('in', 'not in'), some).map(([left, how, values]) => `${left} ${how} (${values})`),
    fc.tuple(name, fc.constantFrom('is missing', 'is not missing')).map((parts) => parts.join(' ')),
  ];
  if (type === 'boolean') return fc.oneof(...forms, name);
  return fc.oneof(
    ...forms,
    fc.tuple(name, operand, operand).map(([left, low, high]) => `${left} between ${low} and ${high}`),
  );
});

const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    test,
    fc.tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter')).map((parts) => parts.join(' ')),
    tie('filter').map((inner) => `not (${inner})`),
  ),
}));

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });
const row = fc.record({
  n: maybe(numberValue),
  m: maybe(numberValue),
  t: maybe(textValue),
  u: maybe(textValue),
  b: maybe(fc.boolean()),
  d: maybe(dateValue),
  w: maybe(textValue),
});

describe('filters and formulas mean the same in SQL as in TypeScript', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const onRow = (expression: string, values: object) =>
    database.rows<{ value: boolean | number | null }>({
      text: `select ${expression} as value from (select cast($1::varchar as double) as n, cast($2::varchar as double) as m, $3::varchar as t, $4::varchar as u, $5::boolean as b, cast($6::varchar as date) as d, $7::varchar as "we'ird ""name""")`,
      values: Object.values(values).map((value) => (typeof value === 'number' ? String(value) : value)),
    });

  it('filters', async () => {
    await fc.assert(
      fc.asyncProperty(filter, row, async (text, { w, ...values }) => {
        const parsed = parseFilter(text);
        const named: Record<string, string | number | boolean | null> = { ...values, 'we\'ird "name"': w };
        const expected = evaluateFilter(parsed, (name) => named[name]!);
        expect(await onRow(printDuckdb(filterToSql(parsed, columnOf)), { ...values, w })).toEqual([{ value: expected }]);
      }),
      { numRuns: 400 },
    );
  });

  it('formulas', async () => {
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { maxDepth: 4 },
        namesOf('number'),
        fc.double({ min: 0, max: 1e9, noNaN: true }).map(String),
        fc.tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula')).map((parts) => parts.join(' ')),
        tie('formula').map((inner) => `-(${inner})`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(formula, row, async (text, values) => {
        const parsed = parseFormula(text);
        const expected = evaluateFormula(parsed, (name) => (name === 'n' ? values.n : values.m));
        const [found] = await onRow(printDuckdb(formulaToSql(parsed, columnOf)), values);
        expect(found!.value === null ? null : Number(found!.value) + 0).toEqual(expected === null ? null : expected + 0);
      }),
      { numRuns: 200 },
    );
  });

  it('a comparison with a missing value is false, so its negation is true', async () => {
    const parsed = parseFilter('not (n = 3)');
    expect(evaluateFilter(parsed, () => null)).toBe(true);
    expect(evaluateFilter(parseFilter('n not in (3)'), () => null)).toBe(false);
  });

  it('a timestamp compares by its day', async () => {
    const sql = printDuckdb(filterToSql(parseFilter(`d <= '2024-01-31'`), columnOf));
    expect(await database.rows({ text: `select ${sql} as value from (select timestamp '2024-01-31 17:00:00' as d)` })).toEqual([
      { value: true },
    ]);
  });

  it.each([
    [`t > 3`, 5, 'a text cannot be compared with a number'],
    [`n = '3'`, 5, 'a number cannot be compared with a text'],
    [`d >= '31.01.2026'`, 6, "a date is written 'YYYY-MM-DD', not '31.01.2026'"],
    [`d in ('2026-02-30')`, 7, "a date is written 'YYYY-MM-DD', not '2026-02-30'"],
    [`b < true`, 5, 'true and false have no order'],
    [`n and b`, 1, 'a number is not true or false; compare it with something'],
  ])('refuses %s rather than guess', (text, position, problem) => {
    expect(() => filterToSql(parseFilter(text), columnOf)).toThrow(new Failure('expression-invalid', { position, text, problem }).message);
  });

  it('refuses a text in a formula', () => {
    expect(() => formulaToSql(parseFormula('n + t'), columnOf)).toThrow('At character 5 of "n + t": "t" is no number.');
  });
});
