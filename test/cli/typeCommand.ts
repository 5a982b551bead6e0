import { runCommandLine } from '../../electron/cli/runCommandLine.ts';
import type { Engine } from '../../electron/engine/createEngine.ts';

/** What a command printed, and its exit code. */
export interface Typed {
  code: number;
  output: string;
  errors: string;
}

/** One command on an engine, as a person would type it in a folder. */
export async function typeCommand(engine: Engine, folder: string, args: string[]): Promise<Typed> {
  const typed = { output: '', errors: '' };
  const code = await runCommandLine(args, {
    engine,
    folder,
    output: { write: (text) => (typed.output += text) },
    errors: { write: (text) => (typed.errors += text) },
    readInput: async () => '',
    signal: new AbortController().signal,
  });
  return { code, ...typed };
}
