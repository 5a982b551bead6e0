import type { Curve } from '../model/curve.ts';
import { all, binary, call, choose, isIn, isPresent, missing, negative, number, type Sql, type SqlBranch, text } from '../sql/sql.ts';
import { foldCase } from './foldCase.ts';
import { slopeBetween } from './slopeBetween.ts';

type Categories = Extract<Curve, { kind: 'categories' }>;
type Numeric = Exclude<Curve, Categories>;

/**
 * The points a curve gives to a value in SQL, with the meaning of `pointsOf`, times `weight`; where it gives none, `otherwise`
 * (null without).
 */
export function curveToSql(curve: Curve, value: Sql, weight = 1, otherwise: Sql | null = null): Sql {
  const points: Points = (unweighted) => number(unweighted * weight);
  if (curve.kind === 'categories') return orElse(ofCategory(curve, value, points), otherwise);
  if (!curve.log1p) return orElse(ofNumber(curve, value, points), otherwise);
  const positive = binary('>', value, number(-1));
  const transformed = ofNumber(curve, call('ln', binary('+', number(1), value)), points);
  return orElse([[positive, orElse(transformed, otherwise)]], otherwise);
}

/** Whether the curve gives points to every value that is not missing. */
export function givesAlways(curve: Curve): boolean {
  switch (curve.kind) {
    case 'categories':
      return curve.unlisted !== 'missing';
    case 'ramp':
      return !curve.log1p && curve.outside === 'clamp';
    case 'percentile':
      return !curve.log1p && curve.knots.length > 0;
    case 'z-score':
      return !curve.log1p && curve.reference !== null;
    case 'steps':
    case 'target-range':
      return !curve.log1p;
  }
}

/** Points as they are written: weighted. */
type Points = (unweighted: number) => Sql;

function orElse(branches: SqlBranch[], otherwise: Sql | null): Sql {
  return branches.length === 0 ? (otherwise ?? missing('number')) : choose(branches, otherwise);
}

function ofCategory({ points, unlisted, loose }: Categories, value: Sql, written: Points): SqlBranch[] {
  const compared = loose ? call('lower', call('trim', value)) : value;
  const byPoints = new Map<number, string[]>();
  const seen = new Set<string>();
  for (const [category, earned] of Object.entries(points)) {
    const name = loose ? foldCase(category) : category;
    if (!seen.has(name)) byPoints.set(earned, [...(byPoints.get(earned) ?? []), name]);
    seen.add(name);
  }
  const listed = [...byPoints].map(([earned, names]): SqlBranch => [isIn(compared, names.map(text)), written(earned)]);
  return unlisted === 'missing' ? listed : [...listed, [isPresent(value), written(unlisted)]];
}

function ofNumber(curve: Numeric, x: Sql, written: Points): SqlBranch[] {
  switch (curve.kind) {
    case 'steps':
      return piecewise(x, curve.cuts, curve.points.map(written));
    case 'ramp': {
      const { from, to, outside } = curve;
      const inside = line(x, [from.value, from.points], [to.value, to.points], written);
      if (outside === 'clamp') return piecewise(x, [from.value, to.value], [written(from.points), inside, written(to.points)]);
      return [
        [all([binary('>=', x, number(from.value)), binary('<', x, number(to.value))]), inside],
        [binary('=', x, number(to.value)), written(to.points)],
      ];
    }
    case 'target-range': {
      const { rise, fall, below, inside, above } = curve;
      const rising: SqlBranch = [binary('<', x, number(rise[1])), line(x, [rise[0], below], [rise[1], inside], written)];
      const falling: SqlBranch = [binary('<', x, number(fall[1])), line(x, [fall[0], inside], [fall[1], above], written)];
      return [
        [binary('<', x, number(rise[0])), written(below)],
        ...(rise[0] < rise[1] ? [rising] : []),
        [binary('<=', x, number(fall[0])), written(inside)],
        ...(fall[0] < fall[1] ? [falling] : []),
        [isPresent(x), written(above)],
      ];
    }
    case 'percentile': {
      const knots = curve.knots.map(([value, share]): [number, number] => [
        value,
        100 * (curve.direction === 'higher' ? share : 1 - share),
      ]);
      if (knots.length === 0) return [];
      const pieces = knots.map((knot, index) =>
        index === knots.length - 1 ? written(knot[1]) : line(x, knot, knots[index + 1]!, written),
      );
      const values = knots.map(([value]) => value);
      return piecewise(x, values, [written(knots[0]![1]), ...pieces]);
    }
    case 'z-score':
      return curve.reference ? logistic(x, curve.reference, curve.direction, written) : [];
  }
}

/** Beyond these, the logistic is 0 or 100 in 64-bit arithmetic, and some databases refuse the exponential. */
const [farBelow, farAbove] = [-700, 40];

function logistic(x: Sql, { mean, sd }: { mean: number; sd: number }, direction: 'higher' | 'lower', written: Points): SqlBranch[] {
  if (sd === 0) return [[isPresent(x), written(50)]];
  const away = binary('-', x, number(mean));
  const z = binary('/', direction === 'higher' ? away : negative(away), number(sd));
  return [
    [binary('>=', z, number(farAbove)), written(100)],
    [binary('<=', z, number(farBelow)), written(0)],
    [isPresent(x), binary('/', written(100), binary('+', number(1), call('exp', negative(z))))],
  ];
}

function line(x: Sql, left: [number, number], right: [number, number], written: Points): Sql {
  return binary('+', written(left[1]), binary('*', binary('-', x, number(left[0])), written(slopeBetween(left, right))));
}

/** Pieces that are looked through one after the other; more are halved first. */
const fewPieces = 5;

/** Piece i where cuts[i-1] <= x < cuts[i]. */
function piecewise(x: Sql, cuts: readonly number[], pieces: readonly Sql[]): SqlBranch[] {
  if (pieces.length > fewPieces) return [[isPresent(x), search(x, cuts, pieces)]];
  return [...cuts.map((cut, index): SqlBranch => [binary('<', x, number(cut)), pieces[index]!]), [isPresent(x), pieces.at(-1)!]];
}

function search(x: Sql, cuts: readonly number[], pieces: readonly Sql[]): Sql {
  if (pieces.length === 1) return pieces[0]!;
  const middle = Math.ceil(cuts.length / 2) - 1;
  return choose(
    [[binary('<', x, number(cuts[middle]!)), search(x, cuts.slice(0, middle), pieces.slice(0, middle + 1))]],
    search(x, cuts.slice(middle + 1), pieces.slice(middle + 1)),
  );
}
