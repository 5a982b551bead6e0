import type { Curve } from '../model/curve.ts';
import { binary, call, choose, isIn, isPresent, missing, negative, number, type Sql, type SqlBranch, text } from '../sql/sql.ts';
import { foldCase } from './foldCase.ts';
import { slopeBetween } from './slopeBetween.ts';

type Categories = Extract<Curve, { kind: 'categories' }>;
type Numeric = Exclude<Curve, Categories>;

/** The points a curve gives to a value in SQL, with the meaning of `pointsOf`: null when it gives none. */
export function curveToSql(curve: Curve, value: Sql): Sql {
  if (curve.kind === 'categories') return ofCategory(curve, value);
  if (!curve.log1p) return ofNumber(curve, value);
  const positive = binary('>', value, number(-1));
  return choose([[positive, ofNumber(curve, call('ln', binary('+', number(1), value)))]]);
}

function ofCategory({ points, unlisted, loose }: Categories, value: Sql): Sql {
  const compared = loose ? call('lower', call('trim', value)) : value;
  const byPoints = new Map<number, string[]>();
  const seen = new Set<string>();
  for (const [category, earned] of Object.entries(points)) {
    const name = loose ? foldCase(category) : category;
    if (!seen.has(name)) byPoints.set(earned, [...(byPoints.get(earned) ?? []), name]);
    seen.add(name);
  }
  const branches = [...byPoints].map(([earned, names]): SqlBranch => [isIn(compared, names.map(text)), number(earned)]);
  if (unlisted !== 'missing') branches.push([isPresent(value), number(unlisted)]);
  return branches.length === 0 ? missing('number') : choose(branches);
}

function ofNumber(curve: Numeric, x: Sql): Sql {
  switch (curve.kind) {
    case 'steps':
      return piecewise(x, curve.cuts, curve.points.map(number));
    case 'ramp': {
      const { from, to, outside } = curve;
      const inside = line(x, [from.value, from.points], [to.value, to.points]);
      if (outside === 'missing')
        return choose([
          [binary('<', x, number(from.value)), missing('number')],
          [binary('<', x, number(to.value)), inside],
          [binary('=', x, number(to.value)), number(to.points)],
        ]);
      return piecewise(x, [from.value, to.value], [number(from.points), inside, number(to.points)]);
    }
    case 'target-range': {
      const { rise, fall, below, inside, above } = curve;
      const rising: SqlBranch = [binary('<', x, number(rise[1])), line(x, [rise[0], below], [rise[1], inside])];
      const falling: SqlBranch = [binary('<', x, number(fall[1])), line(x, [fall[0], inside], [fall[1], above])];
      return choose([
        [binary('<', x, number(rise[0])), number(below)],
        ...(rise[0] < rise[1] ? [rising] : []),
        [binary('<=', x, number(fall[0])), number(inside)],
        ...(fall[0] < fall[1] ? [falling] : []),
        [isPresent(x), number(above)],
      ]);
    }
    case 'percentile': {
      const knots = curve.knots.map(([value, share]): [number, number] => [
        value,
        100 * (curve.direction === 'higher' ? share : 1 - share),
      ]);
      if (knots.length === 0) return missing('number');
      const pieces = knots.map((knot, index) => (index === knots.length - 1 ? number(knot[1]) : line(x, knot, knots[index + 1]!)));
      return piecewise(
        x,
        knots.map(([value]) => value),
        [number(knots[0]![1]), ...pieces],
      );
    }
    case 'z-score':
      return curve.reference ? logistic(x, curve.reference, curve.direction) : missing('number');
  }
}

/** Beyond these, the logistic is 0 or 100 in 64-bit arithmetic, and some databases refuse the exponential. */
const [farBelow, farAbove] = [-700, 40];

function logistic(x: Sql, { mean, sd }: { mean: number; sd: number }, direction: 'higher' | 'lower'): Sql {
  if (sd === 0) return choose([[isPresent(x), number(50)]]);
  const away = binary('-', x, number(mean));
  const z = binary('/', direction === 'higher' ? away : negative(away), number(sd));
  return choose([
    [binary('>=', z, number(farAbove)), number(100)],
    [binary('<=', z, number(farBelow)), number(0)],
    [isPresent(x), binary('/', number(100), binary('+', number(1), call('exp', negative(z))))],
  ]);
}

function line(x: Sql, left: [number, number], right: [number, number]): Sql {
  return binary('+', number(left[1]), binary('*', binary('-', x, number(left[0])), number(slopeBetween(left, right))));
}

/** Pieces that are looked through one after the other; more are halved first. */
const fewPieces = 5;

/** Piece i where cuts[i-1] <= x < cuts[i]; null where x is. */
function piecewise(x: Sql, cuts: readonly number[], pieces: readonly Sql[]): Sql {
  if (pieces.length > fewPieces) return choose([[isPresent(x), search(x, cuts, pieces)]]);
  return choose([...cuts.map((cut, index): SqlBranch => [binary('<', x, number(cut)), pieces[index]!]), [isPresent(x), pieces.at(-1)!]]);
}

function search(x: Sql, cuts: readonly number[], pieces: readonly Sql[]): Sql {
  if (pieces.length === 1) return pieces[0]!;
  const middle = Math.ceil(cuts.length / 2) - 1;
  return choose(
    [[binary('<', x, number(cuts[middle]!)), search(x, cuts.slice(0, middle), pieces.slice(0, middle + 1))]],
    search(x, cuts.slice(middle + 1), pieces.slice(middle + 1)),
  );
}
