import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import type { Model } from '../../../shared/model/model.ts';
import { observationScorer } from '../../../shared/scoring/scoreObservation.ts';
import type { CallContext } from '../CallContext.ts';
import { rowsAt } from '../database/rowsAt.ts';
import { cellOf } from '../scoring/cellOf.ts';
import { observationValues } from '../scoring/observationColumns.ts';
import { conflictsIn } from './conflictsIn.ts';
import { type Evidence, evidenceOf, scoresOf } from './Evidence.ts';
import type { RowScores } from './rowScores.ts';
import { saidByMetrics } from './saidByMetrics.ts';

type Wrong = CallOutput<'list-wrong'>;
type Line = Wrong['lines'][number];
type Treatment = Line['treated'];

/**
 * A page of green churners (best band, and the bad side of the outcome happened) or of red renewers (worst band, and it did not), those with
 * the highest revenue first.
 * @throws Failure those of `evidenceOf` and `scoresOf`
 */
export async function listWrong(input: HandlerInput<'list-wrong'>, context: CallContext): Promise<Wrong> {
  const evidence = await evidenceOf(context, input);
  const scores = await scoresOf(evidence, input.model === undefined ? undefined : { model: input.model });
  const { rows } = evidence;
  const { frame, band } = scores;
  const wanted = input.kind === 'green-churners' ? frame.bands.length - 1 : 0;
  const happened = (input.kind === 'green-churners') === (evidence.basis.outcome.polarity === 'bad') ? 1 : 0;
  const everyRow = Array.from(band.keys());
  const inBand = everyRow.filter((row) => band[row] === wanted);
  const wrong = evidence.isYesNo ? inBand.filter((row) => rows.outcomes[row] === happened) : [];
  const treatmentOf = (row: number): Treatment => (rows.treated[row] === 1 ? 'touched' : rows.treated[row] === 0 ? 'untouched' : 'unknown');
  const count = (treatment: Treatment) => wrong.filter((row) => treatmentOf(row) === treatment).length;
  const ranked = wrong
    .filter((row) => input.treated === undefined || treatmentOf(row) === input.treated)
    .sort((one, other) => revenueOf(rows.revenue[other]!) - revenueOf(rows.revenue[one]!) || one - other);
  const pageRows = input.conflictsOnly ? ranked : ranked.slice(input.offset, input.offset + input.limit);
  const described = await linesOf(evidence, scores, frame, pageRows, treatmentOf, input.kind);
  const lines = input.conflictsOnly ? described.filter(({ conflicts }) => conflicts.length > 0) : described;
  const chosen = input.conflictsOnly ? ranked.filter((_, place) => described[place]!.conflicts.length > 0) : ranked;
  return {
    basis: evidence.basis,
    sentence: sentenceOf(evidence, input.kind, frame, wrong.length, inBand.length),
    total: chosen.length,
    accounts: new Set(chosen.map((row) => rows.accounts[row])).size,
    totalRevenue: chosen.reduce((sum, row) => sum + revenueOf(rows.revenue[row]!), 0),
    ofBand: inBand.length,
    treatment: { touched: count('touched'), untouched: count('untouched'), unknown: count('unknown') },
    lines: input.conflictsOnly ? lines.slice(input.offset, input.offset + input.limit) : lines,
  };
}

const revenueOf = (revenue: number) => (Number.isNaN(revenue) ? 0 : revenue);

async function linesOf(
  { rows, proof, options }: Evidence,
  scores: RowScores,
  model: Model,
  places: readonly number[],
  treatmentOf: (row: number) => Treatment,
  kind: HandlerInput<'list-wrong'>['kind'],
): Promise<Line[]> {
  if (places.length === 0) return [];
  const found = await rowsAt(rows.database, rows.source, places, options);
  const { metrics } = proof.observations.definition;
  const score = observationScorer(model);
  return places.map((place, index) => {
    const row = found[index]!;
    const scored = score(observationValues(proof.observations, row));
    const text = (name: string) => (row[name] == null ? null : String(row[name]));
    return {
      account: String(row.account_id),
      name: text('account_name'),
      owner: text('owner'),
      asOf: String(cellOf(row.as_of)),
      segment: scores.segments[scores.segment[place]!]!.name,
      score: scores.scores[place]!,
      revenue: Number.isNaN(rows.revenue[place]) ? null : rows.revenue[place]!,
      treated: treatmentOf(place),
      said: saidByMetrics(scored, metrics, kind === 'green-churners' ? 'healthy' : 'unhealthy'),
      conflicts: conflictsIn(scored, metrics),
    };
  });
}

function sentenceOf(
  { basis: { outcome }, isYesNo }: Evidence,
  kind: HandlerInput<'list-wrong'>['kind'],
  { bands }: Model,
  wrong: number,
  of: number,
): string {
  const { name } = kind === 'green-churners' ? bands.at(-1)! : bands[0]!;
  if (!isYesNo) return `${outcome.name} is a number: no account is wrong by it.`;
  const bad = kind === 'green-churners';
  const happened = bad === (outcome.polarity === 'bad') ? `"${outcome.name}" came true` : `"${outcome.name}" did not come true`;
  return `Of ${of.toLocaleString('en-US')} observations in ${name}, ${happened} for ${wrong.toLocaleString('en-US')}.`;
}
