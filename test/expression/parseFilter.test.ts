import { describe, expect, it } from 'vitest';
import { namesIn } from '../../shared/expression/namesIn.ts';
import { parseFilter } from '../../shared/expression/parseFilter.ts';
import { parseFormula } from '../../shared/expression/parseFormula.ts';
import { Failure } from '../../shared/failure.ts';

const failureOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('no failure');
};

describe('parseFilter', () => {
  it.each([
    `tier = 'gold'`,
    `account.industry != 'O''Reilly & <b>Sons</b>'`,
    `"Company size" in (1, 2.5, -3e2) or not (renewed)`,
    `NOT a IS MISSING AND b between 1 and 2 and c is not missing`,
    `account."Größe" not in ('x') or größe >= .5 and "a""b" <> true`,
    `'2026-01-31' <= renewal`,
  ])('reads %s', (text) => {
    expect(parseFilter(text)).toMatchObject({ text });
  });

  it('knows the names it reads, once each', () => {
    expect([...namesIn(parseFilter(`a = 1 or account."B c" in (d, 2) and not a is missing`))]).toEqual(['a', 'account.B c', 'd']);
    expect([...namesIn(parseFormula('(a - -b) / (a * 2)'))]).toEqual(['a', 'b']);
  });

  it('binds "and" before "or", and "not" to what follows it', () => {
    expect(parseFilter('a or b and not c').condition).toMatchObject({
      kind: 'any',
      conditions: [{ kind: 'holds' }, { kind: 'all', conditions: [{ kind: 'holds' }, { kind: 'not' }] }],
    });
  });

  it.each([
    ['', 1],
    ['a =', 4],
    ['a = 3 b', 7],
    [`a = 'x`, 5],
    ['a = 45%', 7],
    ['a; drop table x', 2],
    ['(a = 1', 7],
    ['a in ()', 7],
    ['a between 1 or 2', 13],
    ['3', 2],
    ['a = 1e999', 5],
    ['a not 3', 7],
    ['a = - b', 7],
    [`${'('.repeat(5000)}a`, 4001],
    [`${'not '.repeat(500)}a`, 401],
  ])('says where %s goes wrong', (text, position) => {
    expect(failureOf(() => parseFilter(text))).toMatchObject({ code: 'expression-invalid', detail: { text, position } });
  });

  it.each([
    ['a +', 4],
    ['a * (b', 7],
    [`a + 'x'`, 5],
    ['a % b', 3],
    ['1e400 * a', 1],
  ])('says where the formula %s goes wrong', (text, position) => {
    expect(failureOf(() => parseFormula(text))).toMatchObject({ code: 'expression-invalid', detail: { text, position } });
  });
});
