import type { CallOutput, HandlerInput } from '../../../../shared/contract/contract.ts';
import type { CallContext } from '../../CallContext.ts';
import { makeRun, type Run } from './makeRun.ts';
import { type RecordedCall, readRun } from './RunRecord.ts';
import { runs } from './runs.ts';

const mostNamed = 20;

/** Makes a recorded run again, writing and counting nothing, and names every number that differs. @throws Failure `run-unknown` and those of the call */
export async function repeatRun({ run: id }: HandlerInput<'repeat-run'>, context: CallContext): Promise<CallOutput<'repeat-run'>> {
  const record = await readRun(context.session.store, id);
  const run = runs[record.call] as Run<RecordedCall>;
  const output: { basis: { dataFingerprint: string } } = await makeRun(
    record.call,
    run,
    record.input as HandlerInput<RecordedCall>,
    context,
    true,
  );
  const sameData = output.basis.dataFingerprint === record.dataFingerprint;
  const differences = differencesOf(record.output, JSON.parse(JSON.stringify(output)), '');
  return { run: id, same: differences.length === 0, sameData, differences: differences.slice(0, mostNamed) };
}

/** Places where two answers differ, in words. How often the confirmation set was opened since is not a number of the run. */
function differencesOf(before: unknown, now: unknown, where: string): string[] {
  if (isRecord(before) && isRecord(now)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => name !== 'openings');
    return names.flatMap((name) => differencesOf(before[name], now[name], where === '' ? name : `${where}.${name}`));
  }
  return before === now ? [] : [`${where}: ${JSON.stringify(before)} then, ${JSON.stringify(now)} now`];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
