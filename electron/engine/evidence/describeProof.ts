import { gateOf } from '../../../shared/calibration/gates.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { isYesNo, type Outcome } from '../../../shared/model/outcome.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { CallContext } from '../CallContext.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import type { ProofSet } from '../proof/proofSet.ts';
import { evidenceOf, optionsOf } from './Evidence.ts';
import { gateOfNumber } from './gateOfNumber.ts';
import { outcomeBrief } from './outcomeBrief.ts';

type Described = CallOutput<'describe-proof'>['outcomes'][number];

/** What evidence of each outcome can stand on. An outcome nothing is known of says so instead of failing. */
export async function describeProof(context: CallContext): Promise<CallOutput<'describe-proof'>> {
  const observations = await context.session.analysis.observations(optionsOf(context));
  const outcomes: Described[] = [];
  for (const outcome of observations.definition.outcomes) outcomes.push(await describeOutcome(context, observations, outcome));
  return { outcomes };
}

async function describeOutcome(context: CallContext, observations: ObservationTable, outcome: Outcome): Promise<Described> {
  const brief = outcomeBrief(outcome);
  try {
    const { basis, rows, proof } = await evidenceOf(context, { outcome: outcome.id, seed: 1 });
    const treated = rows.treated.filter((one) => one === 1).length;
    const known = rows.treated.filter((one) => !Number.isNaN(one)).length;
    return {
      ...{ outcome: brief, set: basis.set, gate: basis.gate, notes: basis.notes },
      byDate: await datesOf(context, observations, outcome, proof.conditions),
      treated: known === 0 ? null : { touched: treated, untouched: known - treated },
    };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'proof-empty') throw error;
    const gate = isYesNo(outcome) ? gateOf(0, 0) : gateOfNumber(0);
    const byDate = await datesOf(context, observations, outcome, { proof: 'false', confirmation: 'true' });
    return { outcome: brief, set: null, gate, byDate, treated: null, notes: [error.message] };
  }
}

async function datesOf(
  context: CallContext,
  observations: ObservationTable,
  outcome: Outcome,
  { proof, confirmation }: ProofSet['conditions'],
): Promise<Described['byDate']> {
  const status = quoteIdentifier(`outcome.${outcome.id}.status`);
  const count = (condition: string) => `cast(count(*) filter (${condition}) as integer)`;
  const happened = isYesNo(outcome) ? `${quoteIdentifier(`outcome.${outcome.id}`)} = 1 and ${proof}` : 'false';
  return context.session.analysis.database.rows(
    {
      text: `select strftime(as_of, '%Y-%m-%d') as "asOf", ${count(`${status} = 'known'`)} as known, ${count(happened)} as events,
          ${count(`${status} = 'unknown'`)} as unknown, ${count(`${status} = 'not-at-risk'`)} as "notAtRisk",
          coalesce(bool_or(${confirmation}), false) as confirmation
        from ${quoteIdentifier(observations.table)} group by as_of order by as_of`,
    },
    optionsOf(context),
  );
}
