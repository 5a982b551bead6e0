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
    if (group[row] === leftOut) return keys;
    const ceiling = scoreCeiling ? ceilingAt.get(scoreCeiling[row]!)! : 0;
    const band = bandCeiling ? bandCeiling[row]! : best;
    return ((segment[row]! * groups + group[row]!) * ceilings.length + ceiling) * ceilingsOfBand + band;
  };
  const count = new Uint32Array(keys + 1);
  for (let row = 0; row < segment.length; row++) count[keyOf(row)]! += 1;
  const start = new Uint32Array(keys + 1);
  for (let key = 1; key <= keys; key++) start[key] = start[key - 1]! + count[key - 1]!;
  const next = start.slice();
  const rows = new Uint32Array(start[keys]!);
  for (let row = 0; row < segment.length; row++) {
    const key = keyOf(row);
    if (key < keys) rows[next[key]!++] = row;
  }
  const runs: Run[] = [];
  for (let key = 0; key < keys; key++) {
    if (count[key] === 0) continue;
    const [above, bandCeiling] = [Math.floor(key / ceilingsOfBand), key % ceilingsOfBand];
    const [cell, ceiling] = [Math.floor(above / ceilings.length), above % ceilings.length];
    const place = { segment: Math.floor(cell / groups), group: cell % groups };
    runs.push({ from: start[key]!, to: next[key]!, ...place, scoreCeiling: ceilings[ceiling]!, bandCeiling });
  }
  return { rows, runs, segments: places, groups };
}

/** Where the observations of a segment stand: they follow each other. */
export function rangeOfSegment({ runs }: Arrangement, segment: number): { from: number; to: number } {
  const own = runs.filter((run) => run.segment === segment);
  return { from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 0 };
}
