import { describe, expect, it } from 'vitest';
import { generateSample, type SampleText } from '../../resources/sample/generateSample.ts';
import { sampleFileNames } from '../../resources/sample/sampleRows.ts';

const made = (options: Parameters<typeof generateSample>[0]) => [...generateSample(options)];
const linesOf = (texts: SampleText[], file: keyof SampleText) => texts.flatMap((text) => text[file].split('\n').filter(Boolean));

describe('the sample', () => {
  it('is the same for the same seed, another for another', () => {
    expect(made({ accounts: 20, seed: 3 })).toEqual(made({ accounts: 20, seed: 3 }));
    expect(made({ accounts: 20, seed: 3 })).not.toEqual(made({ accounts: 20, seed: 4 }));
  });

  it('begins like a smaller one, so that it can be streamed at any size', () => {
    expect(made({ accounts: 30 }).slice(0, 11)).toEqual(made({ accounts: 10 }));
  });

  it('keeps the zeros of its keys and closes every record', () => {
    const texts = made({ accounts: 50 });
    expect(linesOf(texts, 'accounts')).toHaveLength(51);
    expect(linesOf(texts, 'accounts')[1]).toMatch(/^0010427,/);
    for (const text of texts) for (const file of sampleFileNames) expect(text[file] === '' || text[file].endsWith('\n')).toBe(true);
  });

  it('holds the dirt it promises, and none of it when asked for clean files', () => {
    const dirty = made({});
    const clean = made({ dirt: false });
    const tickets = linesOf(dirty, 'tickets');
    expect(tickets.length).toBeGreaterThan(new Set(tickets).size);
    expect(linesOf(clean, 'tickets').length).toBe(new Set(linesOf(clean, 'tickets')).size);
    const keys = new Set(linesOf(dirty, 'accounts').map((line) => line.split(',')[0]));
    const strangers = linesOf(dirty, 'usage').filter((line) => !keys.has(line.split(',')[0]!));
    expect(strangers.some((line) => line.startsWith('9'))).toBe(true);
    expect(strangers.some((line) => line.startsWith('1'))).toBe(true);
    expect(linesOf(clean, 'usage').every((line) => line.startsWith('00') || line.startsWith('account_id'))).toBe(true);
    expect(linesOf(dirty, 'invoices').some((line) => /see contract|12k|pending|ask Dana/.test(line))).toBe(true);
    expect(linesOf(dirty, 'tickets').some((line) => line.includes('Hello, is anybody there?'))).toBe(true);
  });

  it('tells of a few hundred accounts, of whom about one in six renewals is lost', () => {
    const outcomes = linesOf(made({}), 'outcomes');
    const lost = outcomes.filter((line) => line.includes(',churned,')).length;
    expect(lost).toBeGreaterThan(80);
    expect(lost).toBeLessThan(150);
  });
});
