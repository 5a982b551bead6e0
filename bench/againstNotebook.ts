import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../shared/stats/seededRandom.ts';
import { type Measurement, median } from './Benchmark.ts';

/** Numbers both sides work on. */
export interface NotebookData {
  columns: Float64Array[];
  outcomes: Uint8Array;
  accounts: Uint32Array;
}

/** Columns that go with a 15 % outcome more or less; every other one whole numbers with ties, every fourth one with a tenth missing. */
export function dataOf(rows: number, count: number): NotebookData {
  const random = seededRandom(20_260_930);
  const health = Float64Array.from({ length: rows }, () => random() + random() + random());
  const outcomes = Uint8Array.from(health, (value) => (random() < 0.3 - 0.1 * value ? 1 : 0));
  const columns = Array.from({ length: count }, (_, index) =>
    health.map((value) => {
      if (index % 4 === 3 && random() < 0.1) return Number.NaN;
      const mixed = (value * (index + 1)) / count + 3 * random();
      return index % 2 === 1 ? Math.floor(mixed * 20) : mixed;
    }),
  );
  return { columns, outcomes, accounts: Uint32Array.from(outcomes.keys()) };
}

/**
 * Ours and a notebook by turns, on the same numbers; what they find must agree within a share. The script is given a folder with values.f64 (columns one
 * after another), outcomes.u8 and shape.json, and what is asked; it prints its time, its processor time and what it found. Processor times, which other work on
 * the machine disturbs less, go to the standard error.
 */
export async function againstNotebook(
  script: string,
  data: NotebookData,
  what: string,
  ours: () => Record<string, number> | Promise<Record<string, number>>,
  within: number,
): Promise<Omit<Measurement, 'ours' | 'peer'>> {
  const python = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import pandas, scipy, sklearn']).status === 0);
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-stats-'));
  const times = { ours: [] as number[], peer: [] as number[] };
  const processor = { ours: [] as number[], peer: [] as number[] };
  try {
    for (const column of data.columns) appendFileSync(join(folder, 'values.f64'), new Uint8Array(column.buffer));
    writeFileSync(join(folder, 'outcomes.u8'), data.outcomes);
    writeFileSync(join(folder, 'shape.json'), JSON.stringify([data.outcomes.length, data.columns.length]));
    await ours();
    for (let round = 0; round < 5; round++) {
      const [start, before] = [performance.now(), process.cpuUsage()];
      const found = await ours();
      times.ours.push(performance.now() - start);
      processor.ours.push(process.cpuUsage(before).user / 1000);
      if (!python) continue;
      const notebook = JSON.parse(execFileSync(python, [script, folder, what], { encoding: 'utf8' }));
      times.peer.push(notebook.ms);
      processor.peer.push(notebook.processorMs);
      mustAgree(found, notebook.found, within);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (python) console.error(`processor time: ours ${median(processor.ours)} ms, peer ${median(processor.peer)} ms`);
  return {
    ...{ oursMs: median(times.ours), peerMs: python ? median(times.peer) : null },
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function mustAgree(ours: Record<string, number>, notebook: Record<string, number>, within: number): void {
  for (const [name, value] of Object.entries(notebook)) {
    if (Math.abs(ours[name]! - value) > within * Math.abs(value)) throw new Error(`${name}: ${ours[name]} is not ${value}`);
  }
}
