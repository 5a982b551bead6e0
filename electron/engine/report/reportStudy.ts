import type { CallOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { countRows } from '../import/countRows.ts';
import type { ObservationOptions } from '../observations/ObservationTable.ts';
import { prepareSources } from '../observations/prepareSources.ts';
import type { Analysis } from '../study/Analysis.ts';
import type { StudyStore } from '../study/StudyStore.ts';
import { constantCheck } from './constantCheck.ts';
import { definitionChecks } from './definitionChecks.ts';
import { flagCheck } from './flagCheck.ts';
import { importChecks } from './importChecks.ts';
import { keyChecks } from './keyChecks.ts';
import { knowledgeChecks } from './knowledgeChecks.ts';
import { linkChecks } from './linkChecks.ts';
import { type Check, findingOf, type ReportContext } from './ReportContext.ts';
import { timeChecks } from './timeChecks.ts';

const checks: readonly Check[] = [definitionChecks, importChecks, keyChecks, linkChecks, timeChecks, flagCheck, knowledgeChecks];
const severities = ['problem', 'warning', 'note'];

/** What is there and what is inconsistent. A definition that cannot be carried out is a finding, not a failure. */
export async function reportStudy(store: StudyStore, analysis: Analysis, options: ObservationOptions): Promise<CallOutput<'report-study'>> {
  const { sources, definition } = store.study;
  const findings = [];
  const counted = sources.map((source) => countRows(analysis.database, source, definition, (file) => store.resolve(file), options));
  const counts = await Promise.all(counted);
  let context: ReportContext = { database: analysis.database, definition, sources, counts, prepared: new Map(), accounts: null, options };
  try {
    const prepared = await prepareSources(analysis.database, sources, definition, options);
    context = { ...context, prepared, accounts: prepared.get(definition.account?.source ?? '') ?? null };
  } catch (error) {
    findings.push(asFinding(error));
  }
  for (const [index, check] of checks.entries()) {
    options.onStep?.(index / (checks.length + 1), 'Checking the data');
    findings.push(...(await check(context)));
  }
  if (context.accounts && findings.every((finding) => finding.code !== 'definition-incomplete' || finding.severity !== 'problem')) {
    try {
      findings.push(...(await constantCheck(await analysis.observations({ ...options, asOf: 'latest' }))(context)));
    } catch (error) {
      findings.push(asFinding(error));
    }
  }
  return {
    sources: await Promise.all(
      sources.map(async ({ id, name }, index) => {
        const { records, loaded, rejected, unconverted } = counts[index]!;
        const one = context.prepared.get(id);
        const [reached] = one
          ? await analysis.database.rows<{ accounts: number }>(
              { text: `select cast(count(distinct "·account") as integer) as accounts from ${one.relation}` },
              options,
            )
          : [null];
        return {
          source: id,
          name,
          records,
          loaded,
          rejected,
          unconverted,
          from: one?.firstDate ?? null,
          to: one?.lastDate ?? null,
          accounts: reached?.accounts ?? null,
        };
      }),
    ),
    findings: findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
  };
}

function asFinding(error: unknown) {
  if (!(error instanceof Failure) || error.code === 'cancelled' || error.code === 'unexpected') throw error;
  return findingOf({ code: 'definition-incomplete', severity: 'problem', sentence: error.message });
}
