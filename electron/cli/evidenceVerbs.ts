import type { CallInput } from '../../shared/contract/contract.ts';
import type { EvidencePart } from '../../shared/contract/evidenceBasis.ts';
import type { Scorer } from '../../shared/contract/scorer.ts';
import {
  describeBasis,
  describeMetrics,
  describeProbability,
  describeScore,
  describeThresholds,
  describeWeights,
} from './describeEvidence.ts';
import { modelBehind } from './modelBehind.ts';
import { readScorer } from './readScorer.ts';
import type { CallEngine, Verb, VerbInput, VerbOption } from './Verb.ts';
import { weightRules } from './weightRules.ts';

const outcome: VerbOption = { says: 'id of an outcome; without it the first', value: 'ID' };
const model: VerbOption = { says: 'id of a model; without it the current one', value: 'ID' };
const seed: VerbOption = { says: 'of every random draw; without it 1', value: 'NUMBER' };
const scorer: VerbOption = {
  says: 'what scores: a model, version:ID, scenario:ID, given:ID or a model file; without it the current model',
  value: 'SCORER',
};
const against: VerbOption = { ...scorer, says: 'a second score beside it, paired' };

/** Verbs that hold metrics, scores and weights against what happened. */
export const evidenceVerbs: Record<string, Verb> = {
  validate: {
    says: 'Every metric, and the score, against an outcome; with --against a second score, paired; of a segment, with or without treated accounts.',
    takes: ['STUDY'],
    options: {
      ...{ outcome, score: scorer, against, seed },
      segment: { says: 'metrics and score of this segment only: its id, or base', value: 'ID' },
      treated: {
        says: 'untreated or treated: metrics and score without accounts known to be treated (where the study cannot tell they stay), or of treated ones only',
        value: 'WHICH',
      },
    },
    async run(input) {
      const { call, options } = input;
      const asked = await open(input);
      const part = { segment: options.segment, treated: options.treated as EvidencePart['treated'] };
      const measured = { ...asked, ...(await scorersOf(input)) };
      const proof = await call('describe-proof', {});
      const metrics = await call('measure-metrics', { ...asked, ...part, model: await modelAsked(measured.scorer, call) });
      const score = await call('measure-score', { ...measured, ...part });
      const slices = await call('measure-slices', { ...asked, scorer: measured.scorer });
      const text = [describeBasis(score.basis), '', describeMetrics(metrics), '', describeScore(score)].join('\n');
      return { data: { proof, metrics, score, slices }, text };
    },
  },
  'suggest-weights': {
    says: 'Weights the evidence would support, with stability ranges; --open-confirmation opens the confirmation set for the verdict.',
    takes: ['STUDY'],
    options: {
      ...{ outcome, model, seed },
      level: { says: 'metrics or dimensions; without it as the number of events allows', value: 'LEVEL' },
      resamples: { says: 'for the stability ranges; without it 200', value: 'NUMBER' },
      min: { says: 'smallest weight of a node, per cent of the whole score; again for another', value: 'ID=VALUE', repeats: true },
      max: { says: 'largest weight of a node, per cent of the whole score; again for another', value: 'ID=VALUE', repeats: true },
      lock: { says: 'a node that keeps its weight; again for another', value: 'ID', repeats: true },
      free: { says: 'a metric or dimension that may move, no other may; again for another', value: 'ID', repeats: true },
      'open-confirmation': { says: 'asks for the verdict; the opening is counted' },
    },
    async run(input) {
      const { options, switches, call } = input;
      const data = await call('suggest-weights', {
        ...(await open(input)),
        ...(await rulesOf(input)),
        level: options.level as 'metrics' | undefined,
        resamples: numberOf(options.resamples),
        openConfirmation: switches.has('open-confirmation'),
      });
      return { data, text: [describeBasis(data.basis), '', describeWeights(data), `run ${data.run}`].join('\n') };
    },
  },
  'suggest-thresholds': {
    says: 'Band edges by Youden, cost, capacity, target share and separation, with the rates they would give.',
    takes: ['STUDY'],
    options: {
      ...{ outcome, model, seed },
      'cost-ratio': { says: 'what a missed event costs, in needless interventions; without it 5', value: 'NUMBER' },
      capacity: { says: 'accounts the team can work', value: 'NUMBER' },
      'target-share': { says: 'share of the accounts to flag, 0 to 1', value: 'NUMBER' },
      separation: { says: 'wanted rate below over rate above', value: 'NUMBER' },
    },
    async run(input) {
      const { options, call } = input;
      const data = await call('suggest-thresholds', {
        ...(await open(input)),
        model: options.model,
        costRatio: numberOf(options['cost-ratio']),
        capacity: numberOf(options.capacity),
        targetShare: numberOf(options['target-share']),
        separation: numberOf(options.separation),
      });
      return { data, text: [describeBasis(data.basis), '', describeThresholds(data), `run ${data.run}`].join('\n') };
    },
  },
  calibrate: {
    says: 'From score to probability: per band and account, judged out of fold and by backtest.',
    takes: ['STUDY'],
    options: {
      outcome,
      score: scorer,
      seed,
      'as-of': { says: 'the book the probabilities are for; without it the latest', value: 'DATE' },
    },
    async run(input) {
      const { options, call } = input;
      const { scorer: asked } = await scorersOf(input);
      const data = await call('estimate-probability', { ...(await open(input)), scorer: asked, asOf: options['as-of'] });
      return { data, text: [describeBasis(data.basis), '', describeProbability(data), `run ${data.run}`].join('\n') };
    },
  },
  evidence: {
    says: 'Writes the evidence as one HTML page: every number with its n, interval, dates and openings.',
    takes: ['STUDY'],
    options: { outcome, score: scorer, against, seed, out: { says: 'where to write', value: 'FILE', required: true } },
    async run(input) {
      const data = await input.call('write-evidence', { ...(await open(input)), ...(await scorersOf(input)), path: input.options.out! });
      return { data, text: `written to ${data.path}` };
    },
  },
};

/** Opens the study; what every evidence call is asked. */
async function open({ words, options, call }: VerbInput): Promise<{ outcome: string | undefined; seed: number | undefined }> {
  await call('open-study', { path: words.study! });
  return { outcome: options.outcome, seed: numberOf(options.seed) };
}

async function scorersOf({ options }: VerbInput) {
  return {
    scorer: options.score === undefined ? undefined : await readScorer(options.score),
    against: options.against === undefined ? undefined : await readScorer(options.against),
  };
}

/** The model that a scorer scores by, so that segments are its own; of a given score, and where nothing was asked, the engine takes the current one. */
async function modelAsked(scorer: Scorer | undefined, call: CallEngine): Promise<CallInput<'measure-metrics'>['model']> {
  if (!scorer || 'given' in scorer) return undefined;
  return 'model' in scorer ? scorer.model : modelBehind(scorer, call);
}

/** What of single weights was asked; where nothing was, the engine takes the model by its id. */
async function rulesOf({ options, call }: VerbInput): Promise<Pick<CallInput<'suggest-weights'>, 'model' | 'bounds' | 'free'>> {
  const { model, min, max, lock, free } = options;
  if ([min, max, lock, free].every((typed) => typed === undefined)) return { model };
  const asked = model ?? (await call('read-study', {})).study.currentModel;
  return asked === null ? { model } : weightRules(await modelBehind({ model: asked }, call), { min, max, lock, free });
}

/** What is no number becomes NaN, which the call refuses by name. */
function numberOf(typed: string | undefined): number | undefined {
  return typed === undefined ? undefined : Number(typed);
}
