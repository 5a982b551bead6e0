/** The half-space of all y with normal . y >= bound. */
export interface HalfSpace {
  normal: Float64Array;
  bound: number;
}

/** The nearest point and, by half-space, how hard it pushes (its multiplier, 0 when it does not touch). */
export interface NearestPoint {
  point: Float64Array;
  multipliers: Float64Array;
}

/** Of lengths that are compared, relative. */
const tolerance = 1e-11;
/** By how much a half-space may be missed, for each unit that the point lies away from the origin. */
const slack = 1e-10;

/**
 * The point nearest to `from` that lies in every half-space, min |y - from|^2 / 2: the dual active-set method of Goldfarb and Idnani
 * (Mathematical Programming 27, 1983) for the identity. Normals are best of about length 1. @throws Error when no point lies in all of them
 */
export function nearestPoint(from: Float64Array, halfSpaces: readonly HalfSpace[]): NearestPoint {
  const point = Float64Array.from(from);
  const multipliers = new Float64Array(halfSpaces.length);
  const walls = new Walls(halfSpaces);
  const allowed = slack * (1 + Math.sqrt(dot(from, from)));
  for (let round = 0; round < 100 * (halfSpaces.length + 1); round++) {
    const broken = mostBroken(point, halfSpaces, allowed);
    if (broken < 0) return { point, multipliers };
    const { normal, bound } = halfSpaces[broken]!;
    for (;;) {
      const { free, along } = walls.split(normal);
      const freeLength = dot(free, free);
      const step = freeLength > tolerance * dot(normal, normal) ? (bound - dot(normal, point)) / freeLength : Infinity;
      const { index: loosest, step: release } = walls.firstToRelease(multipliers, along);
      const taken = Math.min(step, release);
      if (taken === Infinity) throw new Error('No point lies in all half-spaces.');
      if (step !== Infinity) for (let place = 0; place < point.length; place++) point[place]! += taken * free[place]!;
      for (const [place, wall] of walls.touched.entries()) multipliers[wall]! -= taken * along[place]!;
      multipliers[broken]! += taken;
      if (taken === step) {
        walls.add(broken, free);
        break;
      }
      multipliers[walls.touched[loosest]!] = 0;
      walls.drop(loosest);
    }
  }
  throw new Error('The nearest point was not found.');
}

/** The half-spaces whose border the point lies on, with an orthonormal basis of their normals. */
class Walls {
  readonly #all: readonly HalfSpace[];
  readonly touched: number[] = [];
  #basis: Float64Array[] = [];

  constructor(all: readonly HalfSpace[]) {
    this.#all = all;
  }

  /** What of a normal is free of the walls, and how much of each wall's normal the rest is made of. */
  split(normal: Float64Array): { free: Float64Array; along: Float64Array } {
    const free = Float64Array.from(normal);
    // Twice: one pass of Gram and Schmidt leaves a remainder when the normal lies nearly along the walls.
    for (let pass = 0; pass < 2; pass++) for (const axis of this.#basis) subtract(free, axis, dot(axis, free));
    const along = new Float64Array(this.touched.length);
    const rest = Float64Array.from(normal);
    for (let place = this.touched.length - 1; place >= 0; place--) {
      const axis = this.#basis[place]!;
      const wall = this.#all[this.touched[place]!]!.normal;
      along[place] = dot(axis, rest) / dot(axis, wall);
      subtract(rest, wall, along[place]!);
    }
    return { free, along };
  }

  /** The wall whose multiplier reaches 0 first, and after what step. */
  firstToRelease(multipliers: Float64Array, along: Float64Array): { index: number; step: number } {
    let [index, step] = [-1, Infinity];
    for (const [place, wall] of this.touched.entries()) {
      const until = along[place]! > tolerance ? multipliers[wall]! / along[place]! : Infinity;
      if (until < step) [index, step] = [place, until];
    }
    return { index, step };
  }

  add(wall: number, free: Float64Array): void {
    const length = Math.sqrt(dot(free, free));
    this.touched.push(wall);
    this.#basis.push(free.map((value) => value / length));
  }

  drop(index: number): void {
    const kept = this.touched.toSpliced(index, 1);
    this.touched.length = 0;
    this.#basis = [];
    for (const wall of kept) this.add(wall, this.split(this.#all[wall]!.normal).free);
  }
}

function mostBroken(point: Float64Array, halfSpaces: readonly HalfSpace[], allowed: number): number {
  let [index, worst] = [-1, allowed];
  for (const [place, { normal, bound }] of halfSpaces.entries()) {
    const short = bound - dot(normal, point);
    if (short > worst) [index, worst] = [place, short];
  }
  return index;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!;
  return sum;
}

function subtract(from: Float64Array, direction: Float64Array, times: number): void {
  for (let place = 0; place < from.length; place++) from[place]! -= times * direction[place]!;
}
