import { designOf } from '../shared/calibration/design.ts';
import { fitWeights } from '../shared/calibration/fitWeights.ts';
import { Pacer } from '../shared/calibration/Pacer.ts';
import { seededRandom } from '../shared/stats/seededRandom.ts';
import { againstNotebook, type NotebookData } from './againstNotebook.ts';
import type { Benchmark } from './Benchmark.ts';

const rows = 100_000;
const metrics = 32;
const script = 'bench/peers/weightFit.py';
const pacer = new Pacer({ pause: () => new Promise((resolve) => setImmediate(resolve)) });

/** Points of independent metrics that all go with the outcome in their direction, so that the sign constraint holds nothing back and both sides solve the same. */
function pointsAndOutcomes(): NotebookData {
  const random = seededRandom(20_260_930);
  const columns = Array.from({ length: metrics }, () => Float64Array.from({ length: rows }, () => 100 * random()));
  const theta = columns.map(() => 0.3 + 0.6 * random());
  const outcomes = Uint8Array.from({ length: rows }, (_, row) => {
    const logit = theta.reduce((sum, one, index) => sum - (one * columns[index]![row]!) / 100, 8);
    return random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
  });
  return { columns, outcomes, accounts: Uint32Array.from(outcomes.keys()) };
}

const fitted = async (design: ReturnType<typeof designOf>) => {
  const { objective } = await fitWeights({ design, current: null, pull: 1, limits: [] }, pacer);
  return { objective };
};

/** As a second suggestion in the same session finds the engine: compiled. */
async function warmUp(data: NotebookData): Promise<void> {
  for (let round = 0; round < 8; round++) await fitted(designOf(data.columns, data.outcomes));
}

const fit: Benchmark = {
  name: 'weight-fit',
  size: rows * metrics,
  async run() {
    const data = pointsAndOutcomes();
    await warmUp(data);
    return {
      ...(await againstNotebook(script, data, 'fit', () => fitted(designOf(data.columns, data.outcomes)), 1e-9)),
      ours: 'means, deviations and one non-negative weight fit of 32 metrics, one thread',
      peer: 'StandardScaler and LogisticRegression (lbfgs) of scikit-learn, one thread; equal objective to 1e-9',
    };
  },
};

const solve: Benchmark = {
  name: 'weight-solve',
  size: rows * metrics,
  async run() {
    const data = pointsAndOutcomes();
    await warmUp(data);
    const design = designOf(data.columns, data.outcomes);
    return {
      ...(await againstNotebook(script, data, 'solve', () => fitted(design), 1e-9)),
      ours: 'one non-negative weight fit of 32 metrics whose means and deviations are known, one thread',
      peer: 'LogisticRegression (lbfgs) of scikit-learn on standardised columns, one thread; equal objective to 1e-9',
    };
  },
};

export default [fit, solve];
