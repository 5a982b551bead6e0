import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import type { MissingPolicy, Model, Node } from '../../../shared/model/model.ts';
import { aucDifference } from '../../../shared/stats/aucDifference.ts';
import type { Estimate } from '../../../shared/stats/Estimate.ts';
import type { CallContext } from '../CallContext.ts';
import { takeStep } from '../takeStep.ts';
import { treatmentNames } from './countedPart.ts';
import { allowsCountsOnly } from './countsOnly.ts';
import { type Evidence, evidenceOf, scoresOf } from './Evidence.ts';
import { gateOfRows } from './gateOfRows.ts';
import { type JudgedScores, judge } from './JudgedScores.ts';
import { partAgainstRest } from './partAgainstRest.ts';
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
  const whole = judge(evidence, scores);
  const slices: Slice[] = [];
  let neutral: JudgedScores | null = null;
  let redistributeAgainstNeutral: Estimate | null = null;
  for (const [index, { kind, id, name, ...rows }] of asked.entries()) {
    await takeStep(context, index / asked.length, `Measuring ${name}`);
    const judged = judge(evidence, rows.scores, rows.counts);
    const gate = gateOfRows(evidence.basis.outcome, judged.bad, judged.accounts);
    const slice = scoreSlice(judged, gate);
    const isCompared = comparable(kind, gate, evidence);
    const difference = isCompared ? differenceOf(kind, judged, whole, rows.counts) : null;
    if (kind === 'missing-neutral') neutral = judged;
    if (kind === 'missing-redistribute' && neutral && isCompared) redistributeAgainstNeutral = pairedDifference(judged, neutral);
    const paired = kind === 'missing-redistribute' ? comparedWith('where they count 50 points', redistributeAgainstNeutral) : null;
    const said = [sentenceOf(kind, gate, difference, slice, evidence), paired].filter((sentence) => sentence !== null);
    slices.push({
      kind,
      id,
      name,
      gate,
      slice,
      difference,
      sentence: said.length > 0 ? said.join(' ') : null,
    });
  }
  return { basis: evidence.basis, scorer: scores.name, slices, redistributeAgainstNeutral };
}

function comparable(kind: Slice['kind'], gate: Slice['gate'], { isYesNo }: Evidence): boolean {
  return isYesNo && kind !== 'all' && !allowsCountsOnly(gate);
}

/** Against the rest of the observations; of missing data, against the same ones as the model scores them. */
function differenceOf(kind: Slice['kind'], judged: JudgedScores, whole: JudgedScores, isPart: (row: number) => boolean): Estimate {
  return kind.startsWith('missing-') ? pairedDifference(judged, whole) : partAgainstRest(whole, isPart);
}

/** Of the same observations scored in two ways. */
function pairedDifference({ scores, bad: outcomes, accounts, resampling }: JudgedScores, other: JudgedScores): Estimate {
  return aucDifference({ one: scores, other: other.scores, outcomes, accounts }, { ...resampling, eventsLie: 'low' });
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
    { kind: 'untreated', id: 'untreated', name: treatmentNames.untreated, scores, counts: (row) => rows.treated[row] !== 1 },
    { kind: 'treated', id: 'treated', name: treatmentNames.treated, scores, counts: (row) => rows.treated[row] === 1 },
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

function sentenceOf(
  kind: Slice['kind'],
  gate: Slice['gate'],
  difference: Estimate | null,
  { withheld }: Slice['slice'],
  { isYesNo }: Evidence,
): string | null {
  if (allowsCountsOnly(gate)) {
    const accounts = gate.events === 1 ? '1 account' : `${gate.events} accounts`;
    return `Only ${accounts}${isYesNo ? ' on the scarcer side' : ''}: counts, no comparison.`;
  }
  if (kind === 'all') return null;
  const compared = comparedWith(kind.startsWith('missing-') ? 'the model’s own' : 'among the others', difference);
  const without = withheld === 1 ? '1 observation is' : `${withheld.toLocaleString('en-US')} observations are`;
  return compared && withheld > 0 ? `${compared} ${without} without a score.` : compared;
}

function comparedWith(than: string, difference: Estimate | null): string | null {
  if (difference?.value == null) return null;
  const { value, interval } = difference;
  const shown = Math.abs(value).toFixed(3);
  if (shown === '0.000') return `The same AUC as ${than}, to three digits.`;
  const range = interval ? ` (95 % interval of the difference ${interval[0].toFixed(3)} to ${interval[1].toFixed(3)})` : '';
  const chance = interval && interval[0] <= 0 && interval[1] >= 0 ? ', which may be chance' : '';
  return `AUC ${shown} ${value < 0 ? 'lower' : 'higher'} than ${than}${range}${chance}.`;
}
