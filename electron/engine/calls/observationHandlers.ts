import type { Progress } from '../../../shared/contract/call.ts';
import type { observationCalls } from '../../../shared/contract/observationCalls.ts';
import type { CallContext, Handlers } from '../CallContext.ts';
import { writeTable } from '../export/writeTable.ts';
import { chosenAsOf } from '../observations/chosenAsOf.ts';
import type { ObservationOptions } from '../observations/ObservationTable.ts';
import { profileMetric } from '../observations/profileMetric.ts';
import { proposeDefinition } from '../observations/proposeDefinition.ts';
import { summariseObservations } from '../observations/summariseObservations.ts';
import { traceMetric } from '../observations/traceMetric.ts';
import { reportStudy } from '../report/reportStudy.ts';

export const observationHandlers: Pick<Handlers, keyof typeof observationCalls> = {
  'propose-definition': async (_, context) =>
    proposeDefinition(context.session.store.study, context.session.analysis.database, optionsOf(context)),

  'report-study': async (_, context) => reportStudy(context.session.store, context.session.analysis, optionsOf(context)),

  'summarise-observations': async (_, context) => {
    const { analysis } = context.session;
    return { asOf: await summariseObservations(analysis.database, await analysis.observations(optionsOf(context)), optionsOf(context)) };
  },

  'profile-metric': async ({ metric, asOf, bins }, context) => {
    const { analysis } = context.session;
    return profileMetric(
      analysis.database,
      await analysis.observations({ ...optionsOf(context), asOf: asOf ?? 'latest' }),
      metric,
      asOf,
      bins,
      optionsOf(context),
    );
  },

  'trace-metric': async ({ metric, account, asOf, limit }, context) =>
    traceMetric(context.session.analysis, metric, account, asOf, limit, optionsOf(context)),

  'export-observations': async ({ path, asOf }, context) => {
    const { session, signal, onProgress } = context;
    const table = await session.analysis.observations({ ...optionsOf(context), asOf });
    const only =
      asOf === undefined ? { text: '', values: [] } : { text: 'where as_of = cast($1 as date)', values: [chosenAsOf(table, asOf)] };
    return writeTable(
      session,
      { text: `select * from ${table.table} ${only.text} order by as_of, account_id`, values: only.values },
      path,
      { signal, onProgress },
    );
  },
};

function optionsOf({ signal, onProgress }: CallContext): ObservationOptions {
  return { signal, onStep: (share, step) => onProgress({ share, step } satisfies Progress) };
}
