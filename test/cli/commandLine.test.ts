import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import type { CallName, Invoke, InvokeOptions } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/failure.ts';
import { createEngineStandIn } from '../wire/stand-in/engineStandIn.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-cli-'));
  await writeFile(join(folder, 'definition.json'), '{"metrics": []}');
  await writeFile(join(folder, 'broken.json'), '{\n  "metrics": [,]\n}');
});
afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  code: number;
  output: string;
  errors: string;
  calls: [CallName, unknown][];
  closed: boolean;
}

/** Runs a command on the stand-in engine; `answers` takes its place for the calls it names. */
async function run(
  args: string[],
  answers: Partial<Record<CallName, unknown>> = {},
  { input = '', signal = new AbortController().signal } = {},
): Promise<Ran> {
  const ran: Ran = { code: -1, output: '', errors: '', calls: [], closed: false };
  const standIn = createEngineStandIn();
  const invoke = async (name: CallName, given: never, options: InvokeOptions) => {
    ran.calls.push([name, given]);
    return name in answers ? answers[name] : standIn.invoke(name, given, options);
  };
  const close = async () => {
    ran.closed = true;
    await standIn.close();
  };
  ran.code = await runCommandLine(args, {
    engine: { invoke: invoke as Invoke, close },
    folder,
    output: { write: (text) => (ran.output += text) },
    errors: { write: (text) => (ran.errors += text) },
    readInput: async () => input,
    signal,
  });
  return ran;
}

describe('what it says of itself', () => {
  it('names every verb and every call of the contract', async () => {
    const { code, output } = await run(['--help']);
    expect(code).toBe(0);
    for (const verb of ['create', 'import', 'define', 'report', 'score', 'observations', 'explain', 'sample', 'templates', 'call'])
      expect(output).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
    for (const [name, { says }] of Object.entries(contract))
      expect(output).toMatch(new RegExp(`^  ${name} +${says.slice(0, 20).replace(/[?()]/g, '.')}`, 'm'));
  });

  it('says what a verb takes', async () => {
    const { output } = await run(['import', '--help']);
    expect(output).toContain('Usage: plumbline import STUDY FILE [options]');
    expect(output).toMatch(/--as ID +identifier of the source in the study \(must be given\)/);
  });

  it('says what a call takes, as JSON Schema with an example', async () => {
    const { output } = await run(['call', 'explain-account', '--help']);
    expect(output).toContain(contract['explain-account'].says);
    expect(output).toContain('"required": [\n    "account"\n  ]');
    expect(output).toContain(`plumbline call explain-account '{"account":"A-1"}'`);
  });
});

describe('what it does not understand', () => {
  it.each([
    [['rename'], 'There is no verb "rename".'],
    [['create'], '"create" needs STUDY'],
    [['create', ''], '"create" needs STUDY'],
    [['call', 'score-all'], 'There is no call named "score-all".'],
    [['report', 'q3', '--wait', 'soon'], '--wait needs a number of seconds, not "soon".'],
    [['import', 'q3', 'a.csv'], '"import" needs --as ID.'],
    [['report', 'q3', 'more'], 'does not know what to do with "more"'],
    [['report', 'q3', '--colour'], "Unknown option '--colour'"],
    [['call', 'score-all', '--help'], 'There is no call named "score-all".'],
    [['toString'], 'There is no verb "toString".'],
  ])('%j exits with 2, says why, and calls nothing', async (args, sentence) => {
    const { code, output, errors, calls, closed } = await run(args);
    expect({ code, output, calls, closed }).toEqual({ code: 2, output: '', calls: [], closed: true });
    expect(errors).toContain(sentence);
    expect(errors).toContain('plumbline --help');
  });
});

describe('a command', () => {
  it('makes paths absolute and opens the study first', async () => {
    const { calls } = await run(['import', 'q3', 'exports/a.csv', '--as', 'accounts'], { 'open-study': {}, 'import-source': importAnswer });
    expect(calls).toEqual([
      ['open-study', { path: join(folder, 'q3') }],
      ['import-source', { path: join(folder, 'exports/a.csv'), as: 'accounts', name: undefined, plan: undefined, exportedOn: undefined }],
    ]);
  });

  it('settles dates that could be either way round as it is told, and no others', async () => {
    const column = (name: string) => ({ name, header: name, type: 'date' });
    const inspected = {
      plan: { format: 'csv', columns: [column('since'), column('day')] },
      columns: [
        { name: 'since', ambiguousDates: null },
        { name: 'day', ambiguousDates: ['day-month-year', 'month-day-year'] },
      ],
    };
    const answers = { 'open-study': { study: { sources: [] } }, 'inspect-file': inspected, 'import-source': importAnswer };
    const { calls } = await run(['import', 'q3', 'a.csv', '--as', 'accounts', '--date-order', 'month-day-year'], answers);
    expect(calls[2]).toMatchObject([
      'import-source',
      { plan: { format: 'csv', columns: [column('since'), { ...column('day'), dateOrder: 'month-day-year' }] } },
    ]);
  });

  it('says rows in the file = loaded + rejected', async () => {
    const { output } = await run(['import', 'q3', 'a.csv', '--as', 'accounts'], { 'open-study': {}, 'import-source': importAnswer });
    expect(output).toContain('1,000 rows in the file = 990 loaded + 10 rejected; 7 cells did not convert and are missing.');
    expect(output).toMatch(/^revenue +money$/m);
    expect(output).toContain('New in the file and added: plan (text).');
  });

  it('keeps control characters of the data from the terminal', async () => {
    const finding = { severity: 'warning', sentence: 'Repeated keys.', examples: ['A-1'] };
    const one = {
      source: 'a\u001b[31m',
      name: 'a',
      records: 1,
      loaded: 1,
      rejected: 0,
      unconverted: 0,
      from: null,
      to: null,
      accounts: null,
    };
    const { output } = await run(['report', 'q3'], { 'open-study': {}, 'report-study': { sources: [one], findings: [finding] } });
    expect(output).not.toContain('\u001b');
    expect(output).toContain('warning: Repeated keys.\n  for example A-1');
  });

  it('scores, and writes the accounts when told where', async () => {
    const answers = { 'open-study': {}, 'score-book': bookAnswer, 'export-scores': { path: '/out/s.csv', rows: 3 } };
    const { output, calls } = await run(['score', 'q3', '--model', 'health', '--as-of', '2026-03-31', '--out', 's.csv'], answers);
    expect(calls.at(-1)).toEqual(['export-scores', { model: 'health', asOf: '2026-03-31', path: join(folder, 's.csv') }]);
    expect(output).toMatch(/^red +1 +25\.0 % +1,200\.5$/m);
    expect(output).toMatch(/3 rows written to \/out\/s\.csv\n$/);
  });

  it('answers as JSON when asked', async () => {
    const { output } = await run(['report', 'q3', '--json']);
    expect(JSON.parse(output)).toEqual({ sources: [], findings: [] });
  });

  it('shows progress on stderr only', async () => {
    const { output, errors } = await run(['call', 'report-study', '{}']);
    expect(errors).toBe('counting\n');
    expect(JSON.parse(output)).toEqual({ sources: [], findings: [] });
  });

  it('reads the input of a call from stdin, and opens the study it names', async () => {
    const { calls } = await run(['call', 'close-study', '-', '--study', 'q3'], {}, { input: '{ }' });
    expect(calls).toEqual([
      ['open-study', { path: join(folder, 'q3') }],
      ['close-study', {}],
    ]);
  });

  it('exits with 1 and the sentence of its failure', async () => {
    const { code, output, errors, closed } = await run(['report', 'missing']);
    expect({ code, output, closed }).toEqual({ code: 1, output: '', closed: true });
    expect(errors).toBe(`There is no study at ${join(folder, 'missing')}.\n`);
  });

  it('gives its failure as JSON when asked', async () => {
    const { code, errors } = await run(['report', 'missing', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(errors)).toMatchObject({ failure: { code: 'study-missing' } });
  });

  it('names file and line of a definition that is not JSON, before anything is opened', async () => {
    const { code, errors, calls } = await run(['define', 'q3', 'broken.json']);
    expect(code).toBe(1);
    expect(errors).toContain(`${join(folder, 'broken.json')} is not complete JSON: at line 2: Unexpected token`);
    expect(calls).toEqual([]);
    expect((await run(['define', 'q3', 'none.json'])).errors).toContain('There is no file ');
    expect((await run(['call', 'close-study', '{'])).errors).toContain('The input of "close-study" is not valid');
  });

  it('is cancelled by its signal', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 200);
    const { code, errors } = await run(['call', 'summarise-observations'], {}, { signal: cancel.signal });
    expect(code).toBe(1);
    expect(errors).toContain(new Failure('cancelled').message);
  });
});

const importAnswer = {
  source: {
    id: 'accounts',
    plan: { columns: [{ name: 'revenue', type: 'money', keep: true }] },
  },
  rows: { records: 1000, loaded: 990, rejected: 10, unconverted: 7 },
  notices: ['New in the file and added: plan (text).'],
};

const bookAnswer = {
  asOf: '2026-03-31',
  model: { id: 'health', name: 'Health' },
  accounts: 4,
  mean: 61.25,
  median: 60,
  withheld: 0,
  bands: [
    { band: 'red', accounts: 1, revenue: 1200.5 },
    { band: 'green', accounts: 3, revenue: 9000 },
  ],
  exclusions: [{ name: 'Test accounts', accounts: 2 }],
};
