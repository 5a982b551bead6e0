import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../electron/engine/database/Database.ts';
import { printDuckdb } from '../../shared/sql/printDuckdb.ts';
import { printPostgres } from '../../shared/sql/printPostgres.ts';
import { extend, select, table } from '../../shared/sql/select.ts';
import { all, any, binary, boolean, column, isMissing, negative, not, number, type Sql, text } from '../../shared/sql/sql.ts';
import { openTestDatabase } from './openTestDatabase.ts';

describe('printed SQL', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  const answerOf = async (sql: Sql) => (await database.rows<{ value: unknown }>({ text: `select ${printDuckdb(sql)} as value` }))[0]!.value;

  it('numbers are read back as exactly the float they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (value) => {
        const [row] = await database.rows<{ value: number; type: string }>({
          text: `select ${printDuckdb(number(value))} as value, typeof(${printDuckdb(number(value))}) as type`,
        });
        expect(row!.type).toBe('DOUBLE');
        expect(row!.value + 0).toBe(value + 0);
      }),
      { numRuns: 300 },
    );
  });

  it('never calculates in decimals: 0.1 + 0.2 is what floats make of it', async () => {
    expect(await answerOf(binary('+', number(0.1), number(0.2)))).toBe(0.1 + 0.2);
  });

  it('text stays text, whatever it holds', async () => {
    for (const value of [`'; drop table x; --`, `\\'`, 'a\0b', '$1', 'ß\u{1F600}\n', '']) expect(await answerOf(text(value))).toBe(value);
  });

  it('names stay names, whatever they hold', async () => {
    const name = `a"b'; drop table x; --`;
    await database.run({ text: `create table hostile as select 7 as "a""b'; drop table x; --"` });
    expect(await database.rows({ text: printDuckdb(select([{ name: 'found', sql: column(name) }], table('hostile'))) })).toEqual([
      { found: 7 },
    ]);
  });

  it('puts parentheses where the meaning needs them, and nowhere else', () => {
    const [a, b, c] = [column('a'), column('b'), column('c')];
    expect(printDuckdb(binary('-', a, binary('-', b, c)))).toBe('"a" - ("b" - "c")');
    expect(printDuckdb(binary('-', binary('-', a, b), c))).toBe('"a" - "b" - "c"');
    expect(printDuckdb(binary('*', binary('+', a, b), c))).toBe('("a" + "b") * "c"');
    expect(printDuckdb(negative(number(-1)))).toBe('-(-1e0)');
    expect(printDuckdb(all([any([a, b]), not(c)]))).toBe('("a" or "b") and not "c"');
    expect(printDuckdb(not(all([a, b])))).toBe('not ("a" and "b")');
    expect(printDuckdb(isMissing(all([a, b])))).toBe('("a" and "b") is null');
    expect(printDuckdb(all([]))).toBe('true');
  });

  it('means what the tree says: random conditions of true and false', async () => {
    const { condition } = fc.letrec<{ condition: Sql }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 5 },
        fc.boolean().map(boolean),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(all),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(any),
        tie('condition').map(not),
        fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => binary('=', left, right)),
      ),
    }));
    const meaning = (sql: Sql): boolean => {
      switch (sql.kind) {
        case 'boolean':
          return sql.value;
        case 'all':
          return sql.operands.every(meaning);
        case 'any':
          return sql.operands.some(meaning);
        case 'not':
          return !meaning(sql.operand);
        case 'binary':
          return meaning(sql.left) === meaning(sql.right);
        default:
          throw new Error(sql.kind);
      }
    };
    await fc.assert(
      fc.asyncProperty(condition, async (sql) => {
        expect(await answerOf(sql)).toBe(meaning(sql));
      }),
      { numRuns: 150 },
    );
  });

  it('PostgreSQL gets floats, byte order and stages that are not merged', () => {
    expect(printPostgres(number(0.1))).toBe(`cast('0.1' as double precision)`);
    const staged = extend(extend(table('t'), [{ name: 'b', sql: column('a') }]), [{ name: 'c', sql: column('b') }]);
    expect(printPostgres(staged)).toContain('offset 0');
    expect(() => printPostgres(number(Number.NaN))).toThrow(RangeError);
  });
});
