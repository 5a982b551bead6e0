import type { CallOutput, HandlerInput } from '../../../../shared/contract/contract.ts';
import type { CallContext } from '../../CallContext.ts';
import { type EvidenceAsked, evidenceOf } from '../Evidence.ts';
import { makeRun, type Run } from './makeRun.ts';
import { methods, type RecordedCall, type RunRecord, readRun } from './RunRecord.ts';
import { runs } from './runs.ts';

const mostNamed = 20;

/**
 * Makes a recorded run again, leaving no record, and names every number that differs. A run that opened the confirmation set is not made again
 * once the observations have changed: that would be a new look, and nobody asked for one. Nor is one of other methods: what differs would be theirs.
 * @throws Failure `run-unknown` and those of the call
 */
export async function repeatRun({ run: id }: HandlerInput<'repeat-run'>, context: CallContext): Promise<CallOutput<'repeat-run'>> {
  const record = await readRun(context.session.store, id);
  const { basis } = await evidenceOf(context, record.input as EvidenceAsked);
  const sameData = basis.dataFingerprint === record.dataFingerprint;
  if (!sameData && hasOpened(record)) return { run: id, same: false, sameData, differences: [], sentence: newLook };
  if (record.methods !== methods) return { run: id, same: false, sameData, differences: [], sentence: otherMethods };
  const run = runs[record.call] as Run<RecordedCall>;
  const output = await makeRun(record.call, run, record.input as HandlerInput<RecordedCall>, context, true);
  const differences = differencesOf(record.output, JSON.parse(JSON.stringify(output)), '');
  return { run: id, same: differences.length === 0, sameData, differences: differences.slice(0, mostNamed), sentence: null };
}

const newLook =
  'This run opened the confirmation set, and the observations have changed since: made again it would be a new look. Ask for it anew, and that opening is counted.';

const otherMethods =
  'This run was made by the methods of another version of Plumbline, and made again its numbers could be others. Its record stays as it is; ask for it anew, and the answer leaves a record of its own.';

const hasOpened = ({ call, input }: RunRecord) => call === 'confirm-version' || input.openConfirmation === true;

/** Places where two answers differ, in words. How often the confirmation set was opened since is not a number of the run. */
function differencesOf(before: unknown, now: unknown, where: string): string[] {
  if (isRecord(before) && isRecord(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => name !== 'openings');
    return names.flatMap((name) => differencesOf(before[name], now[name], where === '' ? name : `${where}.${name}`));
  }
  return before === now ? [] : [`${where}: ${JSON.stringify(before)} then, ${JSON.stringify(now)} now`];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
