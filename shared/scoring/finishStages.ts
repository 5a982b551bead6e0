import type { Model } from '../model/model.ts';
import type { NamedSql } from '../sql/select.ts';
import { all, binary, choose, column, isPresent, number, type Sql, text } from '../sql/sql.ts';
import { bandTolerance, withheldBand } from './bandOf.ts';
import { bandCeilingColumn, ceilingColumn, columnNames } from './columnNames.ts';
import { coverageTolerance } from './scoreObservation.ts';

const scores = ['score', 'low', 'high'] as const;
type Scores = Record<(typeof scores)[number], Sql>;

/** From the rolled-up score, low and high to what is shown: withheld, rescaled, capped, and their bands. */
export function finishStages(model: Model): NamedSql[][] {
  const rolledUp = ofEach((name) => column(columnNames.rolledUp(name)));
  const enough = binary('>=', column('coverage'), number(model.minimumCoverage - coverageTolerance));
  const shown = model.minimumCoverage === 0 ? rolledUp : { ...rolledUp, score: choose([[enough, rolledUp.score]]) };
  const stretched = model.rescale ? stage(columnNames.stretched, shown, (score) => rescaleSql(score, model.rescale!)) : null;
  const kept = stretched ? stretched.after : shown;
  const hasCeiling = model.caps.some((cap) => cap.score !== undefined);
  const final = stage(
    (name) => name,
    kept,
    (score) => (hasCeiling ? under(score, column(ceilingColumn)) : score),
  );
  const banded = stage(columnNames.band, final.after, (score) => bandSql(model, score));
  return [...(stretched ? [stretched.columns] : []), final.columns, banded.columns, bandColumns(model, banded.after)];
}

function ofEach(make: (name: (typeof scores)[number]) => Sql): Scores {
  return { score: make('score'), low: make('low'), high: make('high') };
}

/** A stage that changes score, low and high alike, and how the next one finds them. */
function stage(nameOf: (name: string) => string, before: Scores, change: (score: Sql) => Sql): { columns: NamedSql[]; after: Scores } {
  return {
    columns: scores.map((name) => ({ name: nameOf(name), sql: change(before[name]) })),
    after: ofEach((name) => column(nameOf(name))),
  };
}

function rescaleSql(score: Sql, { from, to }: { from: number; to: number }): Sql {
  return choose([
    [binary('<=', score, number(from)), number(0)],
    [binary('>=', score, number(to)), number(100)],
    [isPresent(score), binary('*', binary('-', score, number(from)), number(100 / (to - from)))],
  ]);
}

/** `least` would let the ceiling stand in for a missing score. */
function under(score: Sql, ceiling: Sql): Sql {
  return choose([[binary('>', score, ceiling), ceiling]], score);
}

function bandSql({ cuts, caps }: Model, score: Sql): Sql {
  const fromTheTop = cuts.map((cut, index): [Sql, Sql] => [binary('>=', score, number(cut - bandTolerance)), number(index + 1)]).reverse();
  const index = choose([...fromTheTop, [isPresent(score), number(0)]]);
  return caps.some((cap) => cap.band !== undefined) ? under(index, column(bandCeilingColumn)) : index;
}

function bandColumns({ bands }: Model, { score, low, high }: Scores): NamedSql[] {
  const named = bands.map((band, index): [Sql, Sql] => [binary('=', score, number(index)), text(band.id)]);
  return [
    { name: 'band', sql: choose(named, text(withheldBand)) },
    { name: 'band_certain', sql: all([isPresent(score), binary('=', low, score), binary('=', high, score)]) },
  ];
}
