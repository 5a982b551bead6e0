import type { Model } from '../model/model.ts';
import type { ModelColumns } from './ModelColumns.ts';

/** Observations that a joint table counts in one row, one after the other: alike in segment, group and what caps allow. */
export interface Run {
  from: number;
  to: number;
  segment: number;
  /** The baseline's band, or the outcome. */
  group: number;
  scoreCeiling: number;
  bandCeiling: number;
}

/** Observations brought into runs. */
export interface Arrangement {
  /** Place of each observation in its columns, run by run. */
  rows: Uint32Array;
  runs: Run[];
  /** The same, segment by segment only and each segment in the order of the columns: columns are best read in their own order. */
  ascending: Uint32Array;
  /** Where each of `ascending` stands in `rows`. */
  places: Uint32Array;
  segments: number;
  groups: number;
}

/** The group of observations that are not looked at. */
export const leftOut = 65_535;

/** Observations in runs by a model's segments and caps and by `group`, each run in the order of the columns. */
export function arrange(
  { segments, bands }: Pick<Model, 'segments' | 'bands'>,
  { segment, scoreCeiling, bandCeiling }: Omit<ModelColumns, 'points'>,
  { group, groups }: { group: Uint16Array; groups: number },
): Arrangement {
  const places = segments.length + 1;
  const [best, ceilingsOfBand] = [bands.length - 1, bands.length];
  const ceilings = scoreCeiling ? [...new Set(scoreCeiling)].sort((one, other) => one - other) : [100];
  const ceilingAt = new Map(ceilings.map((ceiling, place) => [ceiling, place]));
  const keys = places * groups * ceilings.length * ceilingsOfBand;
  const keyOf = (row: number) => {
    const ceiling = scoreCeiling ? ceilingAt.get(scoreCeiling[row]!)! : 0;
    const band = bandCeiling ? bandCeiling[row]! : best;
    return ((segment[row]! * groups + group[row]!) * ceilings.length + ceiling) * ceilingsOfBand + band;
  };
  const count = new Uint32Array(keys);
  const own = new Uint32Array(segment.length);
  for (let row = 0; row < segment.length; row++) {
    own[row] = group[row] === leftOut ? keys : keyOf(row);
    if (own[row]! < keys) count[own[row]!]! += 1;
  }
  const start = startsOf(count);
  const next = start.slice();
  const nextOfSegment = Uint32Array.from({ length: places }, (_, place) => start[(place * keys) / places]!);
  const rows = new Uint32Array(start[keys]!);
  const ascending = new Uint32Array(rows.length);
  const standing = new Uint32Array(rows.length);
  for (let row = 0; row < segment.length; row++) {
    if (own[row] === keys) continue;
    const stands = next[own[row]!]!++;
    const place = nextOfSegment[segment[row]!]!++;
    rows[stands] = row;
    ascending[place] = row;
    standing[place] = stands;
  }
  const runs: Run[] = [];
  for (let key = 0; key < keys; key++) {
    if (count[key] === 0) continue;
    const [above, bandCeiling] = [Math.floor(key / ceilingsOfBand), key % ceilingsOfBand];
    const [cell, ceiling] = [Math.floor(above / ceilings.length), above % ceilings.length];
    const place = { segment: Math.floor(cell / groups), group: cell % groups };
    runs.push({ from: start[key]!, to: next[key]!, ...place, scoreCeiling: ceilings[ceiling]!, bandCeiling });
  }
  return { rows, runs, ascending, places: standing, segments: places, groups };
}

/** Where the entries of each key begin, and where all end. */
function startsOf(count: Uint32Array): Uint32Array {
  const start = new Uint32Array(count.length + 1);
  for (let key = 0; key < count.length; key++) start[key + 1] = start[key]! + count[key]!;
  return start;
}

/** Where the observations of a segment stand, in `rows` and in `ascending`: they follow each other. */
export function rangeOfSegment({ runs }: Arrangement, segment: number): { from: number; to: number } {
  const own = runs.filter((run) => run.segment === segment);
  return { from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 0 };
}
