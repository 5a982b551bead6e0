import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../electron/engine/createEngine.ts';
import { sampleDocument, sampleFiles } from '../electron/engine/sample/sample.ts';
import type { Benchmark } from './Benchmark.ts';

/** PLUMBLINE_SAMPLE_ACCOUNTS=1000000 makes the largest sample: 2.9 GB of exports and some minutes. */
const accounts = Number(process.env.PLUMBLINE_SAMPLE_ACCOUNTS ?? 20_000);

/** The sample of many accounts, once: its exports made, imported into a study, and the study scored at the latest as-of date. */
const sample: Benchmark = {
  name: 'sample',
  size: accounts,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-sample-'));
    const { invoke, close } = createEngine({ userDirectory: join(folder, 'user'), resourcesDirectory: 'resources' });
    try {
      const took: string[] = [];
      const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
        const start = performance.now();
        const value = await work();
        const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
        took.push(`${what} ${((performance.now() - start) / 1000).toFixed(1)} s (then ${memory} MB resident)`);
        return value;
      };
      const start = performance.now();
      const exports = await timed('generated in', () => sampleFiles(folder, { accounts }));
      const bytes = (await Promise.all(exports.map(({ path }) => stat(path)))).reduce((sum, { size }) => sum + size, 0);
      await invoke('create-study', { path: join(folder, 'study') });
      let records = 0;
      await timed('imported in', async () => {
        for (const { path, as, exportedOn } of exports)
          records += (await invoke('import-source', { path, as, exportedOn })).source.counts.records;
      });
      await invoke('define-study', { document: sampleDocument() });
      const book = await timed('scored in', () => invoke('score-book', {}));
      return {
        oursMs: Math.round(performance.now() - start),
        peerMs: null,
        ours: `${exports.length} exports of ${Math.round(bytes / 2 ** 20)} MB, ${records} records, ${book.accounts} accounts in the book; ${took.join(', ')}`,
        peer: 'none',
        peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      };
    } finally {
      await close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default [sample];
