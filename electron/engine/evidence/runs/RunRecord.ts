import { mkdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Failure } from '../../../../shared/failure.ts';
import { diskFailure } from '../../study/diskFailure.ts';
import { fingerprintOf } from '../../study/fingerprintOf.ts';
import { folderNames } from '../../study/folderNames.ts';
import type { StudyStore } from '../../study/StudyStore.ts';
import { sortedJson } from '../../study/sortedJson.ts';
import { writeFileAtomic } from '../../study/writeFileAtomic.ts';

/** Calls that leave a record: what they fit and draw can be done again. */
export const recordedCalls = [
  'suggest-weights',
  'suggest-thresholds',
  'suggest-curve',
  'estimate-probability',
  'run-challenger',
  'confirm-version',
] as const;
export type RecordedCall = (typeof recordedCalls)[number];

/**
 * The number of the methods that runs are made by. Raised with every change after which a recorded call answers the same question on the same data with
 * another number in any digit, another warning or sentence, or an output of another shape: the question then leaves a new record beside the old one, which
 * says why it does not repeat.
 */
export const methods = 2;

/** Everything that is needed to make a run again, and what came out of it: `evidence/<run>.json`. */
const runRecord = z.strictObject({
  run: z.string(),
  call: z.enum(recordedCalls),
  /** The `methods` it was made by; records from before they had a number are of the first. */
  methods: z.number().int().min(1).default(1),
  at: z.string(),
  outcome: z.string(),
  dataFingerprint: z.string(),
  seed: z.number(),
  /** With the whole model in it, so that later changes of the study do not matter. */
  input: z.record(z.string(), z.unknown()),
  output: z.record(z.string(), z.unknown()),
});
export type RunRecord = z.infer<typeof runRecord>;

/** The id of a run: the same question by the same methods on the same data is the same run. The first methods had no number. */
export function runId({
  call,
  methods,
  input,
  dataFingerprint,
}: Pick<RunRecord, 'call' | 'methods' | 'input' | 'dataFingerprint'>): string {
  return fingerprintOf({ call, input, dataFingerprint, ...(methods > 1 && { methods }) });
}

type Folder = Pick<StudyStore, 'resolve'>;
const pathOf = (store: Folder, run: string) => store.resolve(`evidence/${run}.json`);

/** Writes a record down, once: the same run again changes nothing. @throws Failure `disk-full`, `disk-refused` */
export async function saveRun(store: Folder, record: RunRecord): Promise<void> {
  const folder = store.resolve('evidence');
  if ((await folderNames(folder)).includes(`${record.run}.json`)) return;
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw diskFailure(error, folder);
  });
  await writeFileAtomic(pathOf(store, record.run), sortedJson(record));
}

/** @throws Failure `run-unknown` when there is none of this id, or its question, methods or data are not those the id is made of: it was changed by hand */
export async function readRun(store: Folder, run: string): Promise<RunRecord> {
  try {
    const record = runRecord.parse(JSON.parse(await readFile(pathOf(store, run), 'utf8')));
    if (runId(record) === run) return record;
  } catch {
    // Said below: a record that cannot be read is none.
  }
  throw new Failure('run-unknown', { run });
}

/** All that can be read, newest first. */
export async function listRuns(store: Folder): Promise<RunRecord[]> {
  const names = (await folderNames(store.resolve('evidence'))).flatMap((name) => /^([0-9a-f]{16})\.json$/.exec(name)?.[1] ?? []);
  const records = await Promise.all(names.map((run) => readRun(store, run).catch(() => null)));
  return records.filter((record) => record !== null).sort((one, other) => (one.at < other.at ? 1 : -1));
}
