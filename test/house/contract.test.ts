import { describe, expect, it } from 'vitest';
import { handlers } from '../../electron/engine/calls/handlers.ts';
import type { Call } from '../../shared/contract/call.ts';
import { contract } from '../../shared/contract/contract.ts';
import { failureSentences } from '../../shared/failure.ts';
import { sourceFiles } from './sourceFiles.ts';

describe.each(Object.entries(contract) as [string, Call][])('the call %s', (name, row) => {
  it('is a verb and a noun, with a sentence that says what it does', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(row.says).toMatch(/^[A-Z].*\.$/s);
  });

  it('has a handler', () => {
    expect(handlers).toHaveProperty([name]);
  });

  it('has an example of its input', () => {
    expect(row.input.safeParse(row.example).error).toBeUndefined();
  });
});

describe.each(Object.entries(failureSentences))('the failure %s', (code, sentence) => {
  it('is raised somewhere', () => {
    const raisers = sourceFiles.filter(({ path, text }) => !/^(shared\/failure\.ts|test\/)/.test(path) && text.includes(`'${code}'`));
    expect(raisers.length).toBeGreaterThan(0);
  });

  it('is a sentence', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sentence).toMatch(/^[A-Z{"].*[.}"]$/s);
  });
});
