import { type CallOutput, contract } from '../../../../shared/contract/contract.ts';
import { model } from '../../../../shared/model/model.ts';
import type { StudyStore } from '../../study/StudyStore.ts';
import { listRuns, methods, type RecordedCall, type RunRecord } from '../runs/RunRecord.ts';

/** A recorded run as the page tells of it. */
export interface ShownRun<Name extends RecordedCall> {
  /** Run, day, seed, and what it was made of. */
  madeOf: string;
  output: CallOutput<Name>;
}

/** The newest run of each kind on one outcome; null where none was made. */
export type LatestRuns = { [Name in RecordedCall]: ShownRun<Name> | null };

/** Reads the newest records of an outcome. Records of an older shape are passed over. @param dataFingerprint of the data the page is of */
export async function latestRuns(store: Pick<StudyStore, 'resolve'>, outcome: string, dataFingerprint: string): Promise<LatestRuns> {
  const records = (await listRuns(store)).filter((record) => record.outcome === outcome);
  const latest = <Name extends RecordedCall>(name: Name): ShownRun<Name> | null => {
    for (const record of records.filter(({ call }) => call === name)) {
      const output = contract[name].output.safeParse(record.output);
      if (output.success) return { madeOf: madeOf(record, dataFingerprint), output: output.data as CallOutput<Name> };
    }
    return null;
  };
  return {
    'suggest-weights': latest('suggest-weights'),
    'suggest-thresholds': latest('suggest-thresholds'),
    'suggest-curve': latest('suggest-curve'),
    'estimate-probability': latest('estimate-probability'),
    'run-challenger': latest('run-challenger'),
    'confirm-version': latest('confirm-version'),
  };
}

function madeOf({ run, at, seed, input, dataFingerprint, methods: madeBy }: RunRecord, current: string): string {
  const parsed = model.safeParse(input.model);
  const of = parsed.success ? ` of the model ${parsed.data.name}` : '';
  const since = dataFingerprint === current ? '' : ' The data changed since.';
  const by = madeBy === methods ? '' : ' Made by the methods of another version of Plumbline.';
  return `Run ${run}${of}, ${at.slice(0, 10)}, seed ${seed}.${since}${by}`;
}
