import { expect, it } from 'vitest';
import { designOf } from '../../shared/calibration/design.ts';
import { fitAnchored } from '../../shared/calibration/fitAnchored.ts';
import { fitWeights } from '../../shared/calibration/fitWeights.ts';
import { suggestionWarnings } from '../../shared/calibration/suggestionWarnings.ts';
import { suggestWeights } from '../../shared/calibration/suggestWeights.ts';
import { weightsToFit } from '../../shared/calibration/weightsToFit.ts';
import { leavesOf } from '../../shared/model/model.ts';
import { newPacer, pace } from './pace.ts';
import { simulatedBook } from './simulatedBook.ts';
import { plainModel, weightsAsked } from './weightsAsked.ts';

const model = plainModel([{ id: 'use', weight: 100, metrics: { logins: 1, features: 1 } }]);
const book = simulatedBook({ seed: 71, rows: 900, trueTheta: [4, 1], noise: 0 });
const asked = weightsAsked(model, { logins: book.columns[0]!, features: book.columns[1]! }, book.rows);

it('calls a clock that gains weight a clock, and one that loses it not', async () => {
  const gains = { ...asked, resampling: { resamples: 0, seed: 1 } };
  const { weights, warnings } = await suggestWeights({ ...gains, clocks: new Set(['logins']) }, pace);
  expect(weights.find(({ node }) => node === 'logins')!.suggested).toBeGreaterThan(55);
  expect(warnings).toContain('CLOCK_COLUMN');
  expect((await suggestWeights({ ...gains, clocks: new Set(['features']) }, pace)).warnings).not.toContain('CLOCK_COLUMN');
});

it('says of every number out of fold that a curve was drawn from these outcomes, or the current weights suggested from them', async () => {
  const tuned = plainModel([{ id: 'use', weight: 100, metrics: { logins: 1, features: 1 } }]);
  const from = { outcome: 'churned', on: '2024-06-30' };
  leavesOf(tuned.dimensions)[1]!.curveFrom = from;
  tuned.weightsFrom = from;
  const points = { logins: book.columns[0]!, features: book.columns[1]! };
  const { warnings, outOfFold } = await suggestWeights(
    weightsAsked(tuned, points, book.rows, { resampling: { resamples: 0, seed: 1 } }),
    pace,
  );
  const both = ['CURVES_TUNED_ON_THESE_DATA', 'WEIGHTS_TUNED_ON_THESE_DATA'];
  for (const said of [warnings, ...Object.values(outOfFold!).map((estimate) => estimate.warnings)])
    expect(said).toEqual(expect.arrayContaining(both));
});

it('says when the fit of the weights, or of those of a fold, came to no minimum', async () => {
  const { gate, problem } = weightsToFit(asked, book.rows);
  const whole = await fitAnchored(problem, book.rows, 1, newPacer());
  const facts = { asked, gate, eventsPerWeight: 50, weights: [], scores: await asked.score(model) };
  expect(suggestionWarnings({ ...facts, whole, foldsConverged: true })).toEqual([]);
  expect(suggestionWarnings({ ...facts, whole, foldsConverged: false })).toEqual(['NOT_CONVERGED']);

  // Where every probability is 1 to the last digit the loss has no bend to find a way by.
  const lost = Float64Array.of(60, 0, 0);
  const fitted = await fitWeights(
    { design: designOf(book.columns, book.rows.outcomes), current: null, pull: 0, limits: [] },
    newPacer(),
    lost,
  );
  expect(fitted.converged).toBe(false);
  expect(fitted.deviation).toBeGreaterThan(100);
  expect(suggestionWarnings({ ...facts, whole: { ...whole, fitted }, foldsConverged: true })).toContain('NOT_CONVERGED');
});
