import { bandOf } from '../../shared/scoring/bandOf.ts';
import type { Arrangement } from '../../shared/whatIf/Arrangement.ts';
import type { Placed } from '../../shared/whatIf/Hand.ts';

export interface KernelScore {
  score: number | null;
  band: number | null;
}

/** Score and band that the kernel gives each observation, in the order of their columns. */
export function scoresInHand({ rows, runs }: Arrangement, placed: Placed): KernelScore[] {
  const found: KernelScore[] = [];
  const scores = new Float64Array(rows.length);
  for (const run of runs) {
    placed.fill(run, run, scores);
    for (let entry = run.from; entry < run.to; entry++) {
      const plain = scores[entry - run.from]!;
      const score = Number.isNaN(plain) ? null : Math.min(run.scoreCeiling, Math.max(0, plain));
      const band = score === null ? null : Math.min(run.bandCeiling, bandOf(placed.cuts[run.segment]!, score));
      found[rows[entry]!] = { score, band };
    }
  }
  return found;
}
