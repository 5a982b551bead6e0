import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import type { MissingPolicy, Model, Node } from '../../../shared/model/model.ts';
import { aucDifference } from '../../../shared/stats/aucDifference.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { CallContext } from '../CallContext.ts';
import { takeStep } from '../takeStep.ts';
import { type Evidence, evidenceOf, scoresOf } from './Evidence.ts';
import { gateOfRows } from './gateOfRows.ts';
import { type JudgedScores, judge } from './JudgedScores.ts';
import type { RowScores } from './rowScores.ts';
import { scoreSlice } from './scorePerformance.ts';

type Slice = CallOutput<'measure-slices'>['slices'][number];
type Asked = Pick<Slice, 'kind' | 'id' | 'name'> & { scores: RowScores; counts: (row: number) => boolean };

/** The same score in each segment, with and without treated accounts, and with missing data handled both ways. */
export async function measureSlices(input: HandlerInput<'measure-slices'>, context: CallContext): Promise<CallOutput<'measure-slices'>> {
  const evidence = await evidenceOf(context, input);
  const scores = await scoresOf(evidence, input.scorer);
  const asked: Asked[] = [
    { kind: 'all', id: 'all', name: 'All accounts', scores, counts: () => true },
    ...segmentSlices(scores),
    ...treatedSlices(evidence, scores),
    ...(await missingSlices(evidence, scores)),
  ];
  const slices: Slice[] = [];
  for (const [index, { kind, id, name, ...rows }] of asked.entries()) {
    await takeStep(context, index / asked.length, `Measuring ${name}`);
    const judged = judge(evidence, rows.scores, rows.counts);
    const slice = scoreSlice(judged);
    const whole = slices[0]?.slice.auc?.value ?? null;
    const difference = index === 0 || whole === null || slice.auc?.value == null ? null : slice.auc.value - whole;
    const paired = kind.startsWith('missing-') ? pairedDifference(judged, scores.scores) : null;
    slices.push({
      kind,
      id,
      name,
      gate: gateOfRows(evidence.basis.outcome, judged.bad, judged.accounts),
      slice,
      aucDifference: difference,
      paired,
      sentence: null,
    });
  }
  return {
    basis: evidence.basis,
    scorer: scores.name,
    slices: slices.map((slice) => ({ ...slice, sentence: sentenceOf(slice, evidence) })),
  };
}

/** Of the same observations scored in another way. */
function pairedDifference({ isYesNo, scores, bad: outcomes, accounts, resampling }: JudgedScores, usual: Float64Array): Estimate | null {
  return isYesNo ? aucDifference({ one: scores, other: usual, outcomes, accounts }, { ...resampling, eventsLie: 'low' }) : null;
}

function segmentSlices(scores: RowScores): Asked[] {
  if (scores.segments.length < 2) return [];
  return scores.segments.map(({ id, name }, place) => ({
    kind: 'segment',
    id,
    name,
    scores,
    counts: (row) => scores.segment[row] === place,
  }));
}

function treatedSlices({ rows }: Evidence, scores: RowScores): Asked[] {
  if (!rows.treated.some((treated) => treated === 1)) return [];
  return [
    { kind: 'untreated', id: 'untreated', name: 'Without treated accounts', scores, counts: (row) => rows.treated[row] !== 1 },
    { kind: 'treated', id: 'treated', name: 'Treated accounts only', scores, counts: (row) => rows.treated[row] === 1 },
  ];
}

/** The model with one missing policy everywhere; those that withhold the score stay, for they say that nothing can be said. */
async function missingSlices(evidence: Evidence, { name, frame }: RowScores): Promise<Asked[]> {
  if (name.kind === 'given') return [];
  const slice = async (kind: Asked['kind'], title: string, policy: MissingPolicy): Promise<Asked> => {
    const scores = await scoresOf(evidence, { model: withPolicy(frame, policy) });
    return { kind, id: kind, name: title, scores, counts: () => true };
  };
  return [
    await slice('missing-neutral', 'Missing metrics count 50 points', { policy: 'neutral', points: 50 }),
    await slice('missing-redistribute', 'Missing metrics give their weight to the others', { policy: 'redistribute' }),
  ];
}

function withPolicy(model: Model, missing: MissingPolicy): Model {
  const change = (node: Node): Node => {
    if (node.kind === 'group') return { ...node, children: node.children.map(change) };
    return node.missing.policy === 'no-score' ? node : { ...node, missing };
  };
  return { ...model, dimensions: model.dimensions.map(change) };
}

function sentenceOf({ gate, kind, slice, aucDifference }: Slice, { isYesNo }: Evidence): string | null {
  if (kind === 'all') return null;
  if (gate.events < 10 && isYesNo) return `Only ${gate.events} accounts on the scarcer side: counts, no comparison.`;
  if (aucDifference === null) return null;
  const withheld = slice.withheld > 0 ? ` ${slice.withheld} observations are without a score.` : '';
  const shown = Math.abs(aucDifference).toFixed(3);
  if (shown === '0.000') return `The same AUC as for all, to three digits.${withheld}`;
  return `AUC ${shown} ${aucDifference < 0 ? 'lower' : 'higher'} than for all.${withheld}`;
}
