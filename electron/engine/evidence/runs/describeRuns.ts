import type { CallOutput } from '../../../../shared/contract/contract.ts';
import type { CallContext } from '../../CallContext.ts';
import { optionsOf } from '../Evidence.ts';
import { listRuns } from './RunRecord.ts';

/** The records of the study, newest first. */
export async function describeRuns(context: CallContext): Promise<CallOutput<'list-runs'>> {
  const { store, analysis } = context.session;
  const records = await listRuns(store);
  if (records.length === 0) return { runs: [] };
  const { fingerprint } = await analysis.observations({ ...optionsOf(context), asOf: 'latest' });
  return {
    runs: records.map(({ run, call, at, outcome, dataFingerprint }) => ({
      run,
      call,
      at,
      outcome,
      sameData: dataFingerprint === fingerprint,
    })),
  };
}
