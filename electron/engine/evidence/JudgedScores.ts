import { daysBetween } from '../../../shared/model/isoDate.ts';
import type { EventsLie, Resampling } from '../../../shared/stats/Sample.ts';
import { badSide } from './calibrationRows.ts';
import type { Evidence } from './Evidence.ts';
import type { EvidenceRows } from './EvidenceRows.ts';
import type { RowScores } from './rowScores.ts';

/** Some observations with their score and what happened, column by column. */
export interface JudgedScores
  extends Pick<RowScores, 'bands' | 'scores' | 'band' | 'bandsOnly'>,
    Pick<EvidenceRows, 'outcomes' | 'accounts' | 'revenue'> {
  /** Days since 1970-01-01. */
  asOf: Int32Array;
  /** 1 where the bad side of the outcome came true: what a low score is to tell of. */
  bad: Uint8Array;
  isYesNo: boolean;
  eventsLie: EventsLie;
  resampling: Resampling;
}

/** Rows from which fewer resamples have to do, and how many rows are walked in all. */
const mostWalked = 10_000_000;
const fewestResamples = 200;
const usualResamples = 1000;

/** The rows of an evidence (or of `rows`, its confirmation set) that count, with their scores. */
export function judge(
  evidence: Evidence,
  scores: RowScores,
  counts: (row: number) => boolean = () => true,
  rows = evidence.rows,
): JudgedScores {
  const chosen = Uint32Array.from({ length: rows.count }, (_, row) => row).filter(counts);
  const take = (column: Float64Array) => (chosen.length === rows.count ? column : Float64Array.from(chosen, (row) => column[row]!));
  const { bands, bandsOnly } = scores;
  const days = rows.asOfDates.map((date) => daysBetween('1970-01-01', date));
  return {
    ...{ bands, bandsOnly, isYesNo: evidence.isYesNo, eventsLie: evidence.eventsLie },
    scores: take(scores.scores),
    band: Uint8Array.from(chosen, (row) => scores.band[row]!),
    outcomes: take(rows.outcomes),
    bad: badSide(evidence.basis.outcome, take(rows.outcomes)),
    accounts: Uint32Array.from(chosen, (row) => rows.accounts[row]!),
    revenue: take(rows.revenue),
    asOf: Int32Array.from(chosen, (row) => days[rows.asOf[row]!]!),
    resampling: { ...evidence.resampling, resamples: resamplesFor(chosen.length) },
  };
}

/** How often whole accounts are drawn again: a thousand times, fewer when there are very many rows. */
export function resamplesFor(rows: number): number {
  return Math.min(usualResamples, Math.max(fewestResamples, Math.floor(mostWalked / Math.max(1, rows))));
}
