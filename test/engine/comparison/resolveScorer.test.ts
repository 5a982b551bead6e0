import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { resolveScorer } from '../../../electron/engine/comparison/resolveScorer.ts';
import { StudyStore } from '../../../electron/engine/study/StudyStore.ts';
import { Versions } from '../../../electron/engine/study/Versions.ts';
import type { Scorer } from '../../../shared/contract/scorer.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { twoMetrics } from './smallStudy.ts';

const bold = { ...twoMetrics, cuts: [50, 90] };
const today = { id: 'today', name: 'Today’s score', source: 'tool', column: 'score', kind: 'score' as const };

async function study() {
  const store = await StudyStore.create(join(temporaryFolder(), 'study'));
  onTestFinished(() => store.close());
  await store.update((one) => ({
    ...one,
    ...{ models: [twoMetrics], currentModel: 'health', scenarios: [{ id: 'bold', name: 'Bold', model: bold }] },
    definition: { ...one.definition, givenScores: [today] },
  }));
  await new Versions(store).save({ name: 'First', model: twoMetrics });
  return store;
}

it.each<[Scorer, object]>([
  [{ model: 'health' }, { kind: 'model', name: 'Health', model: twoMetrics }],
  [{ model: bold }, { kind: 'model', name: 'Health', model: bold }],
  [{ version: 'v1' }, { kind: 'version', name: 'First', model: twoMetrics }],
  [{ scenario: 'bold' }, { kind: 'scenario', name: 'Bold', model: bold }],
  [{ given: 'today' }, { kind: 'given', name: 'Today’s score', given: today }],
])('finds what %j names', async (scorer, expected) => {
  expect(await resolveScorer(await study(), scorer)).toEqual(expected);
});

it.each<[Scorer, string, string]>([
  [{ model: 'nobody' }, 'model-unknown', 'There is no model "nobody".'],
  [{ version: 'v2' }, 'version-unknown', 'There is no saved version "v2". The study has: v1.'],
  [{ version: 'v01' }, 'version-unknown', 'There is no saved version "v01". The study has: v1.'],
  [{ scenario: 'shy' }, 'scenario-unknown', 'There is no scenario "shy". The study has: bold.'],
  [{ given: 'gone' }, 'given-score-unknown', 'There is no given score "gone". The study has: today.'],
])('says that there is no %j', async (scorer, code, message) => {
  await expect(resolveScorer(await study(), scorer)).rejects.toMatchObject({ code, message });
});
