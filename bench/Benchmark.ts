import { performance } from 'node:perf_hooks';

/** What one benchmark measured. */
export interface Measurement {
  /** Medians of the interleaved runs; null when the peer is not there. */
  oursMs: number;
  peerMs: number | null;
  /** What each of the two is. */
  ours: string;
  peer: string;
  /** Highest resident memory of this process so far. */
  peakMemoryMb: number;
}

/** One measurement to make, against the best other way to do the same. */
export interface Benchmark {
  name: string;
  /** Rows, accounts or bytes: what the time grows with. */
  size: number;
  run(): Promise<Measurement>;
}

/** Runs both by turns, once to warm up and then `rounds` times, and gives the medians: whatever else the machine does falls on both. */
export async function interleaved(
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
  rounds = 5,
): Promise<Pick<Measurement, 'oursMs' | 'peerMs' | 'peakMemoryMb'>> {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const taken = { ours: await timed(ours), peer: await timed(peer) };
    if (round === 0) continue;
    times.ours.push(taken.ours);
    times.peer.push(taken.peer);
  }
  return { oursMs: median(times.ours), peerMs: median(times.peer), peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The middle value, rounded to a tenth; of an even number, the upper of the two. */
export function median(values: readonly number[]): number {
  return Math.round([...values].sort((one, other) => one - other)[values.length >> 1]! * 10) / 10;
}
