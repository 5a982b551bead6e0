import { expect } from 'vitest';
import { baseSegment, withheldBand } from '../../shared/scoring/bandOf.ts';
import type { ScoredObservation } from '../../shared/scoring/scoreObservation.ts';

/** A row of a scoring query. */
export interface ScoredRow {
  segment: string;
  score: number | null;
  coverage: number;
  low: number | null;
  high: number | null;
  band: string;
  band_certain: boolean;
  reason: string | null;
  reason_points: number | null;
}

/** The same numbers within 1e-9 relative, and the same bands, segment and reason. */
export function expectSameScore(row: ScoredRow, expected: ScoredObservation): void {
  expect(row.segment).toBe(expected.segment?.id ?? baseSegment);
  expectClose(row.score, expected.score);
  expectClose(row.coverage, expected.coverage);
  expectClose(row.low, expected.low);
  expectClose(row.high, expected.high);
  expect(row.band).toBe(expected.band === null ? withheldBand : expected.model.bands[expected.band]!.id);
  expect(row.band_certain).toBe(expected.bandCertain);
  const lost = new Map(
    expected.nodes
      .filter(({ state, contribution }) => state && contribution !== null)
      .map((one) => [one.node.id, one.possible - one.contribution!]),
  );
  const most = Math.max(0, ...lost.values());
  if (row.reason === null) expect(most).toBeLessThan(2e-9);
  else {
    expectClose(row.reason_points, most);
    expectClose(lost.get(row.reason) ?? null, most);
  }
}

function expectClose(found: number | null, expected: number | null): void {
  if (found === null || expected === null) expect(found).toBe(expected);
  else expect(Math.abs(found - expected), `${found} is not ${expected}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}
