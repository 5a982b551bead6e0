import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../electron/engine/createEngine.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { OpenStudy } from '../../shared/contract/studyCalls.ts';
import type { Model, Node } from '../../shared/model/model.ts';
import { typeCommand } from './typeCommand.ts';

interface Compared {
  book: CallOutput<'compare-models'>;
  evidence: CallOutput<'compare-evidence'> | null;
  withoutEvidence: string | null;
}

let folder: string;
let engine: Engine;
let model: Model;

// One engine for all commands: what was observed stays.
const plumbline = (...args: string[]) => typeCommand({ ...engine, close: async () => {} }, folder, args);

async function answer<Value>(...args: string[]): Promise<Value> {
  const { code, output, errors } = await plumbline(...args, '--json');
  expect(code, errors).toBe(0);
  return JSON.parse(output) as Value;
}

const leaves = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => (node.kind === 'group' ? leaves(node.children) : [node.id]));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-compare-'));
  engine = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: resolve('resources'), threads: 2 });
  const { study } = await answer<OpenStudy>('sample', 'sample');
  model = study.models.find(({ id }) => id === study.currentModel)!;
  await answer('version', 'sample', '--name', 'As it was', '--note', 'for the test');
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

describe('plumbline compare', () => {
  it('holds a version against the current model: nothing moves, and both are equal to the outcome', async () => {
    const { book, evidence } = await answer<Compared>('compare', 'sample', '--baseline', 'version:v1');
    expect(book.differences).toEqual([]);
    for (const [row, counts] of book.book.migrationAccounts.entries())
      for (const [column, count] of counts.entries()) if (row !== column) expect(count).toBe(0);
    expect(evidence!.aucDifference!.value).toBe(0);
    expect(evidence!.draft.line).toEqual(evidence!.baseline!.line);
    expect(evidence!.swapSet!.groups.map(({ observations }) => observations)).toEqual([0, 0, 0, 0]);
  });

  it('sets weights from the command line, and gives the same as a model file with those weights', async () => {
    const [first, second] = leaves(model.dimensions) as [string, string];
    const set = await answer<Compared>('compare', 'sample', '--set', `${first}=0`, '--set', `${second}=7`);
    expect(set.book.differences.map(({ what }) => what)).toEqual(['weight', 'weight']);
    const weights = new Map([
      [first, 0],
      [second, 7],
    ]);
    const change = (node: Node): Node => ({
      ...node,
      weight: weights.get(node.id) ?? node.weight,
      ...(node.kind === 'group' ? { children: node.children.map(change) } : {}),
    });
    await writeFile(join(folder, 'model.json'), JSON.stringify({ ...model, dimensions: model.dimensions.map(change) }));
    const { book, evidence } = await answer<Compared>('compare', 'sample', '--baseline', 'version:v1', '--draft', 'model.json');
    expect(book.book.migrationAccounts).toEqual(set.book.book.migrationAccounts);
    expect(book.book.binAccounts).toEqual(set.book.book.binAccounts);
    expect(evidence!.swapSet).toEqual(set.evidence!.swapSet);
    expect(book.book.accounts).toBeGreaterThan(100);
  });

  it('keeps the sum of the siblings when told to', async () => {
    const [first] = leaves(model.dimensions) as [string];
    const { book } = await answer<Compared>('compare', 'sample', '--set', `${first}=1`, '--rescale');
    expect(book.differences.length).toBeGreaterThan(1);
  });

  it('says it for a person: shares, where accounts went, what differs, evidence with intervals, and the swap set', async () => {
    const { code, output, errors } = await plumbline('compare', 'sample', '--baseline', 'given:in_house', '--outcome', 'churned');
    expect(code, errors).toBe(0);
    expect(output).toMatch(/\(draft\) against In-house score \(baseline\) on \d{4}-\d\d-\d\d: \d+ accounts; higher = healthier/);
    expect(output).toMatch(/band +before +after +share before +share after/);
    expect(output).toContain("from the baseline's bands (rows) to the draft's (columns)");
    expect(output).toMatch(/churned: proof set of [\d,]+ observations of [\d,]+ accounts/);
    expect(output).toContain('Weights or curves were tuned on these data; this is not proof.');
    expect(output).toMatch(/the confirmation set \([\d,]+ observations\) stays closed; it was opened 0 times/);
    expect(output).toMatch(/AUC, draft minus baseline, paired: -?0\.\d+ \(-?0\.\d+ to -?0\.\d+\)/);
    expect(output).toMatch(/that are newly Red and have a known outcome \([\d,]+ accounts\), /);
  });

  it.each([
    [['--baseline', 'version:v9'], 'There is no saved version "v9". The study has: v1.'],
    [['--baseline', 'scenario:bold'], 'There is no scenario "bold". The study has: none yet.'],
    [['--baseline', 'given:none'], 'There is no given score "none".'],
    [['--baseline', 'nothing'], 'There is no model "nothing".'],
    [['--baseline', 'absent.json'], 'There is no file'],
    [[], 'it must be given, because the study has no baseline yet'],
    [['--set', 'nobody=3'], 'the model has no node "nobody"'],
    [['--set', 'LEAF=1', '--draft', 'given:in_house'], 'a given score has no weights'],
    [['--baseline', 'version:v1', '--segment', 'nobody'], 'There is no segment "nobody".'],
    [['--baseline', 'version:v1', '--outcome', 'fame'], 'There is no outcome "fame".'],
  ])('refuses %j', async (args, sentence) => {
    const [first] = leaves(model.dimensions) as [string];
    const { code, errors } = await plumbline('compare', 'sample', ...args.map((word) => word.replace('LEAF', first)));
    expect(code).toBe(1);
    expect(errors).toContain(sentence);
  });
});

it('lists the versions with their names and notes', async () => {
  const { output } = await plumbline('versions', 'sample');
  expect(output).toMatch(/v1 +As it was .* for the test/);
});
