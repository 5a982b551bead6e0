import { existsSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Invoke, InvokeOptions } from '../../../shared/contract/contract.ts';
import type { OpenStudy } from '../../../shared/contract/studyCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import { emptyDefinition } from '../../../shared/model/definition.ts';
import { schemaVersion } from '../../../shared/model/study.ts';

/** What the stand-in tells of itself, through `list-studies`. */
export interface StandInState {
  process: number;
  study: string | null;
  running: number;
}

/** A small engine for tests of what carries calls: quick, slow, reporting, failing and crashing calls under the contract's own names. */
export function createEngineStandIn(): { invoke: Invoke; close(): Promise<void> } {
  let study: string | null = null;
  let running = 0;
  const closing = new AbortController();

  const calls: Record<string, (input: { path: string }, options: InvokeOptions) => Promise<unknown>> = {
    'list-studies': async () => ({
      studies: [{ path: study ?? 'none', name: String(process.pid), openedAt: String(running), present: study !== null }],
    }),
    'open-study': async ({ path }) => {
      if (path.endsWith('missing')) throw new Failure('study-missing', { path });
      // Opens once; the second opening of this study stops the engine.
      if (path.endsWith('poison')) {
        if (existsSync(path)) await abort();
        writeFileSync(path, '');
      }
      study = path;
      return openStudyAt(path);
    },
    'close-study': async () => {
      study = null;
      return {};
    },
    'report-study': async (_, { onProgress }) => {
      for (const share of [0, 0.5, 1]) {
        onProgress?.({ share, step: 'counting' });
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return { sources: [], findings: [] };
    },
    'suggest-weights': async (_, { onPartial }) => {
      for (const hasRanges of [false, true]) onPartial?.({ level: 'metrics', weights: [], hasRanges });
      throw new Failure('cancelled');
    },
    'summarise-observations': (_, options) => countForEver(options, closing.signal),
    'move-study': abort,
  };

  const invoke = async (name: string, input: { path: string }, options: InvokeOptions = {}) => {
    const call = calls[name];
    if (!call) throw new Failure('call-unknown', { call: name });
    if (options.signal?.aborted) throw new Failure('cancelled');
    running++;
    try {
      return await call(input, options);
    } finally {
      running--;
    }
  };
  return {
    invoke: invoke as Invoke,
    async close() {
      closing.abort();
    },
  };
}

/** What `list-studies` of the stand-in says. */
export async function stateOf(invoke: Invoke): Promise<StandInState> {
  const [one] = (await invoke('list-studies', {})).studies;
  return { process: Number(one!.name), study: one!.present ? one!.path : null, running: Number(one!.openedAt) - 1 };
}

/** What a defect in native code does to the process; quieter than `process.abort`. */
async function abort(): Promise<void> {
  process.kill(process.pid, 'SIGABRT');
  await new Promise(() => {});
}

/** A query in a real DuckDB that ends only when it is interrupted. */
async function countForEver({ signal, onProgress }: InvokeOptions, closing: AbortSignal): Promise<never> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const interrupt = setInterval(() => (signal?.aborted || closing.aborted) && connection.interrupt(), 10);
  onProgress?.({ share: null, step: 'counting' });
  try {
    await connection.run('select sum(a.range * b.range) from range(10000000) a, range(10000000) b');
  } catch {
    throw new Failure('cancelled');
  } finally {
    clearInterval(interrupt);
    connection.closeSync();
  }
  throw new Failure('unexpected', { message: 'the query ended' });
}

function openStudyAt(path: string): OpenStudy {
  const study: OpenStudy['study'] = {
    schemaVersion,
    id: 'stand-in',
    name: 'Stand-in',
    sources: [],
    definition: emptyDefinition,
    models: [],
    currentModel: null,
    scenarios: [],
    baseline: null,
  };
  return { path, revision: 1, study, recovered: null, removedSources: [] };
}
