import { resolve } from 'node:path';
import type { CallOutput, HandlerInput } from '../../../../shared/contract/contract.ts';
import type { CallContext } from '../../CallContext.ts';
import { readOpenings } from '../../proof/openings.ts';
import { writeFileAtomic } from '../../study/writeFileAtomic.ts';
import { evidenceOf } from '../Evidence.ts';
import { measureMetrics } from '../measureMetrics.ts';
import { measureScore } from '../measureScore.ts';
import { measureSlices } from '../measureSlices.ts';
import { evidencePage } from './evidencePage.ts';
import { latestRuns } from './latestRuns.ts';

/** Measures and writes the page. @throws Failure `disk-full`, `disk-refused` and those of measuring */
export async function writeEvidence(input: HandlerInput<'write-evidence'>, context: CallContext): Promise<CallOutput<'write-evidence'>> {
  const { store } = context.session;
  const { outcome, seed, scorer, against } = input;
  const score = await measureScore({ scorer, against, outcome, seed }, context);
  const slices = await measureSlices({ scorer, outcome, seed }, context);
  const metrics = await measureMetrics({ outcome, seed }, context);
  const openings = await readOpenings(store, (await evidenceOf(context, { outcome, seed })).proof.confirmationKey);
  const runs = await latestRuns(store, score.basis.outcome.id, score.basis.dataFingerprint);
  const path = resolve(input.path);
  const writtenOn = new Date().toISOString().slice(0, 10);
  await writeFileAtomic(path, evidencePage({ study: store.study.name, writtenOn, score, slices, metrics, openings, runs }));
  return { path };
}
