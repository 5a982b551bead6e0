import { tmpdir } from 'node:os';
import { Database } from '../electron/engine/database/Database.ts';
import type { Model } from '../shared/model/model.ts';
import { model } from '../shared/model/model.ts';
import { scoreSelect } from '../shared/scoring/scoreSelect.ts';
import { printDuckdb } from '../shared/sql/printDuckdb.ts';
import { table } from '../shared/sql/select.ts';
import { column } from '../shared/sql/sql.ts';
import { type Benchmark, interleaved } from './Benchmark.ts';
import { metricsSelect } from './data.ts';
import { handWrittenScore } from './peers/handWrittenScore.ts';

const accounts = 1_000_000;
const metrics = 32;

/** 32 metrics, half with steps and half with ramps, four to a group, two groups to a dimension: what the peer has by hand. */
export const benchedModel: Model = model.parse({
  id: 'bench',
  name: 'Bench',
  bands: ['red', 'yellow', 'green'].map((id) => ({ id, name: id, colour: '#000000', shape: 'circle' })),
  cuts: [60, 80],
  minimumCoverage: 0.5,
  dimensions: [35, 25, 25, 15].map((weight, dimension) => ({
    ...{ kind: 'group', id: `d${dimension}`, name: 'Dimension', weight },
    children: [2, 3].map((weight, group) => ({
      ...{ kind: 'group', id: `d${dimension}_${group}`, name: 'Group', weight },
      children: Array.from({ length: 4 }, (_, place) => leaf(dimension * 8 + group * 4 + place)),
    })),
  })),
});

function leaf(index: number) {
  const steps = { kind: 'steps', cuts: [50, 70], points: [30, 70, 100] };
  const ramp = { kind: 'ramp', from: { value: 10, points: 0 }, to: { value: 90, points: 100 } };
  return {
    kind: 'metric',
    id: `leaf_${index + 1}`,
    metric: `m${index + 1}`,
    weight: 1 + ((index * 7) % 5),
    curve: index % 2 === 0 ? steps : ramp,
  };
}

const scoring: Benchmark = {
  name: 'scoring',
  size: accounts,
  async run() {
    const database = await Database.open({ temporaryDirectory: tmpdir(), allowedDirectories: [] });
    try {
      await database.run({ text: `create table observations as ${metricsSelect(accounts, metrics)}` });
      const ours = scoreSelect(benchedModel, {
        from: table('observations'),
        where: null,
        columnOf: (name) => ({ sql: column(name), type: 'number' }),
        keep: [{ name: 'account_id', sql: column('account_id') }],
      });
      const columns = 'account_id, score, coverage, low, high, band';
      const store = (query: string) => () => database.run({ text: `create or replace table scored as select ${columns} from (${query})` });
      const measured = await interleaved(store(printDuckdb(ours)), store(handWrittenScore));
      return {
        ...measured,
        ours: `the query Plumbline writes for a model of ${metrics} metrics in three levels, 10 % missing`,
        peer: 'the same columns in DuckDB SQL written by hand (bench/peers/handWrittenScore.ts)',
      };
    } finally {
      await database.close();
    }
  },
};

export default [scoring];
