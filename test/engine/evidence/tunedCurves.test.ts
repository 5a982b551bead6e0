import { expect, onTestFinished, test } from 'vitest';
import { addDays } from '../../../shared/model/isoDate.ts';
import { leavesOf, type Model, model } from '../../../shared/model/model.ts';
import { dates, evidenceDocument, evidenceStudy } from './evidenceStudy.ts';

test('a curve drawn from outcomes is told of with every number of the model on the proof set', async () => {
  const { invoke, close } = await evidenceStudy({ accounts: 240 });
  onTestFinished(close);
  const [plain, tuned] = [0, 1].map(() => model.parse(evidenceDocument.models![0]));
  leavesOf(tuned!.dimensions)[0]!.curveFrom = { outcome: 'churned', on: '2024-06-30' };

  const { score: untouched } = await invoke('measure-score', { scorer: { model: plain! } });
  for (const { warnings } of [untouched, untouched.calibration!]) expect(warnings).not.toContain('CURVES_TUNED_ON_THESE_DATA');
  const { score } = await invoke('measure-score', { scorer: { model: tuned! } });
  const probability = await invoke('estimate-probability', { scorer: { model: tuned! }, limit: 0 });
  for (const { warnings } of [score, score.calibration!, probability]) expect(warnings).toContain('CURVES_TUNED_ON_THESE_DATA');
});

test('a curve that is as it was suggested is drawn anew inside the folds: only numbers of the rows themselves are tuned; an edited one is told of', async () => {
  const { invoke, close } = await evidenceStudy({ accounts: 400 });
  onTestFinished(close);
  const { curve } = await invoke('suggest-curve', { metric: 'logins' });
  const curveFrom = { outcome: 'churned', on: '2025-09-30' };
  const withCurve = (own: object, mark: object = { curveFrom }) => {
    const made = model.parse(evidenceDocument.models![0]);
    Object.assign(leavesOf(made.dimensions)[0]!, { curve: own, ...mark });
    return made;
  };
  const told = async (of: Model) => {
    const scorer = { model: of };
    const { score } = await invoke('measure-score', { scorer });
    const part = await invoke('measure-score', { scorer, segment: 'large' });
    const probability = await invoke('estimate-probability', { scorer, limit: 0 });
    const { suggestion } = await invoke('suggest-weights', { model: of, resamples: 0 });
    const challenger = await invoke('run-challenger', { model: of, kind: 'splines' });
    const thresholds = await invoke('suggest-thresholds', { model: of, resamples: 0 });
    const outOfFold = [score.calibration!, part.score.calibration!, probability.calibration!, suggestion, challenger, thresholds].map(
      ({ warnings }) => warnings,
    );
    return {
      score,
      part: part.score,
      probability,
      suggestion,
      thresholds,
      outOfFold: outOfFold.flat(),
      onTheRows: [...score.warnings, ...probability.warnings],
    };
  };
  const suggested = await told(withCurve(curve!));
  expect(suggested.outOfFold).not.toContain('CURVES_TUNED_ON_THESE_DATA');
  expect(suggested.onTheRows).not.toContain('CURVES_TUNED_ON_THESE_DATA');
  expect(suggested.score.warnings).toContain('TUNED_ON_THESE_DATA');
  expect(suggested.probability.warnings).toContain('TUNED_ON_THESE_DATA');

  const edited = await told(withCurve({ ...curve, points: (curve as { points: number[] }).points.with(0, 3) }));
  expect(edited.outOfFold.filter((code) => code === 'CURVES_TUNED_ON_THESE_DATA')).toHaveLength(6);
  expect(edited.suggestion.outOfFold!.current.warnings).toContain('CURVES_TUNED_ON_THESE_DATA');

  // The same curve without its mark is taken for one that nothing was drawn from, and stays as it is in every fold.
  const fixed = await told(withCurve(curve!, {}));
  expect(suggested.score.auc).toEqual(fixed.score.auc);
  expect(suggested.thresholds.ways[0]!.table).toEqual(fixed.thresholds.ways[0]!.table);
  for (const number of [
    ({ score }: typeof fixed) => score.calibration!.brier.value,
    ({ part }: typeof fixed) => part.calibration!.brier.value,
    ({ suggestion }: typeof fixed) => suggestion.outOfFold!.current.value,
    ({ suggestion }: typeof fixed) => suggestion.outOfFold!.suggested.value,
    ({ suggestion }: typeof fixed) => suggestion.outOfTime!.current.value,
    ({ probability }: typeof fixed) => probability.backtest.at(-1)!.predicted,
    ({ thresholds }: typeof fixed) => thresholds.ways[0]!.outOfFold!.table.rateBelow.value,
  ])
    expect(number(suggested)).not.toBe(number(fixed));
  expect(suggested.suggestion.outOfFold!.current.value!).toBeGreaterThan(0.6);
});

/** Few logins go with churn at the first date, nothing does at the second, many logins at the third. */
function turningRows(): Record<string, string[]> {
  const accounts = Array.from({ length: 300 }, (_, index) => ({ id: `A${index}`, logins: index % 100, isOdd: index % 2 === 1 }));
  const churns = [
    ({ logins, isOdd }: (typeof accounts)[0]) => logins < 30 && isOdd,
    ({ logins }: (typeof accounts)[0]) => logins % 10 === 0,
    ({ logins }: (typeof accounts)[0]) => logins >= 30,
    ({ isOdd }: (typeof accounts)[0]) => isOdd,
  ];
  const atEachDate = (line: (account: (typeof accounts)[0], on: string, nth: number) => string[]) =>
    dates.flatMap((on, nth) => accounts.flatMap((account) => line(account, on, nth)));
  return {
    accounts: ['id,name,revenue,size,seats', ...accounts.map(({ id }) => `${id},${id},1000,10,1`)],
    usage: ['id,on,logins,nps,noise,level,empty,plan', ...atEachDate(({ id, logins }, on) => [`${id},${on},${logins},50,50,5,,basic`])],
    tool: ['id,on,score', `A0,${dates[0]},50`],
    churn: ['id,on', ...atEachDate((account, on, nth) => (churns[nth]!(account) ? [`${account.id},${addDays(on, 40)}`] : []))],
    actions: ['id,on,kind', `A0,${dates[0]},call`],
    surveys: ['id,on,mood', `A0,${dates[0]},5`],
  };
}

test('a backtest says that a curve was drawn from these outcomes also where the whole proof set gives no probability', async () => {
  const tuned = model.parse(evidenceDocument.models![0]);
  leavesOf(tuned.dimensions)[0]!.curveFrom = { outcome: 'churned', on: '2025-09-30' };
  const { invoke, close } = await evidenceStudy({ rows: turningRows() });
  onTestFinished(close);
  const { calibration, backtest, warnings } = await invoke('estimate-probability', { scorer: { model: tuned }, limit: 0 });
  expect(calibration).toBeNull();
  expect(backtest.map(({ asOf }) => asOf)).toEqual(dates.slice(1, 3));
  expect(warnings).toEqual(['CURVES_TUNED_ON_THESE_DATA']);
});
