import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Call } from '../../shared/contract/call.ts';
import { type CallName, contract, type Invoke } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/failure.ts';
import { callVerb } from './callVerb.ts';
import { compareVerbs } from './compareVerbs.ts';
import { evidenceVerbs } from './evidenceVerbs.ts';
import { callHelp, overallHelp, verbHelp } from './helpText.ts';
import { progressLine } from './progressLine.ts';
import { scoreVerbs } from './scoreVerbs.ts';
import { studyVerbs } from './studyVerbs.ts';
import type { CallEngine, Verb, VerbAnswer } from './Verb.ts';
import { waitForStudy } from './waitForStudy.ts';

const listed: Record<string, Verb> = { ...studyVerbs, ...scoreVerbs, ...compareVerbs, ...evidenceVerbs };
const isPath = /^(STUDY|DEFINITION|FILE|.*\.json)$/;

/** Where a command runs: its engine, its terminal, its Ctrl+C. */
export interface CommandContext {
  engine: { invoke: Invoke; close(): Promise<void> };
  /** Relative paths are meant from here. */
  folder: string;
  output: { write(text: string): unknown };
  errors: { isTTY?: boolean; write(text: string): unknown };
  /** All of stdin, read when "-" is given as an input. */
  readInput: () => Promise<string>;
  signal: AbortSignal;
}

/** The command was not understood. */
class UsageError extends Error {}

/** Runs one command. @returns the exit code: 0 done, 1 it failed, 2 it was not understood */
export async function runCommandLine(args: string[], context: CommandContext): Promise<0 | 1 | 2> {
  const progress = progressLine(context.errors);
  try {
    const { help, json, wait, run } = understand(args, context);
    if (help !== null) {
      context.output.write(`${help}\n`);
      return 0;
    }
    const call: CallEngine = (name, input) =>
      context.engine.invoke(name, input, { signal: context.signal, onProgress: (step) => progress.show(step) });
    const answer = await run(
      waitForStudy(call, wait, context.signal, () =>
        progress.show({ share: null, step: 'Waiting for the study, which another Plumbline holds' }),
      ),
    );
    progress.clear();
    context.output.write(`${json ? JSON.stringify(answer.data) : answer.text}\n`);
    return 0;
  } catch (error) {
    progress.clear();
    if (error instanceof UsageError) {
      context.errors.write(`${error.message}\nplumbline --help says what there is.\n`);
      return 2;
    }
    if (!(error instanceof Failure)) throw error;
    context.errors.write(
      args.includes('--json') ? `${JSON.stringify({ failure: error.toData(), sentence: error.message })}\n` : `${error.message}\n`,
    );
    return 1;
  } finally {
    await context.engine.close();
  }
}

interface Command {
  help: string | null;
  json: boolean;
  /** Seconds to wait for a study that is in use. */
  wait: number;
  run: (call: CallEngine) => Promise<VerbAnswer>;
}

function understand([name, ...rest]: string[], { folder, readInput }: CommandContext): Command {
  const verbs: Record<string, Verb> = { ...listed, call: callVerb(readInput) };
  const nothing = async () => ({ data: null, text: '' });
  if (name === undefined || name === '--help' || name === 'help') return { help: overallHelp(verbs), json: false, wait: 0, run: nothing };
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) throw new UsageError(`There is no verb "${name}".`);

  const { values, positionals } = parse(rest, verb);
  const json = values.json === true;
  const wait = Number(values.wait ?? 0);
  if (!(wait >= 0)) throw new UsageError(`--wait needs a number of seconds, not "${values.wait}".`);
  if (values.help === true) return { help: helpOf(name, verb, positionals[0]), json, wait: 0, run: nothing };

  const words = Object.fromEntries(
    verb.takes.map((word, at) => [word.replace(/[[\]]/g, '').toLowerCase(), place(word.replace(/[[\]]/g, ''), positionals[at], folder)]),
  );
  const lacking = verb.takes.find((word, at) => !word.startsWith('[') && !positionals[at]);
  if (lacking) throw new UsageError(`"${name}" needs ${lacking}: plumbline ${name} ${verb.takes.join(' ')}`);
  if (positionals.length > verb.takes.length) throw new UsageError(`"${name}" does not know what to do with "${positionals.at(-1)}".`);
  if (name === 'call') knownCall(words.name!);
  const options: Record<string, string | undefined> = {};
  for (const [option, { value, required }] of Object.entries(verb.options)) {
    const given = Array.isArray(values[option]) ? values[option].join(',') : values[option];
    if (value) options[option] = place(value, given as string | undefined, folder);
    if (required && given === undefined) throw new UsageError(`"${name}" needs --${option} ${value}.`);
  }
  const switches = new Set(Object.keys(values).filter((option) => values[option] === true));
  return { help: null, json, wait, run: (call) => verb.run({ words, options, switches, call }) };
}

function parse(args: string[], verb: Verb) {
  const options = Object.fromEntries(
    Object.entries(verb.options).map(([name, { value, repeats = false }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), multiple: repeats },
    ]),
  );
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { ...options, wait: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as Record<
        string,
        { type: 'string' | 'boolean'; multiple?: boolean }
      >,
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function helpOf(name: string, verb: Verb, first: string | undefined): string {
  if (name !== 'call' || first === undefined) return verbHelp(name, verb);
  return callHelp(first, knownCall(first));
}

function knownCall(name: string): Call {
  if (!Object.hasOwn(contract, name)) throw new UsageError(`There is no call named "${name}".`);
  return contract[name as CallName] as Call;
}

/** A given word; made absolute when it stands for a path. */
function place(kind: string, given: string | undefined, folder: string): string | undefined {
  const isFile = isPath.test(kind) || (kind === 'SCORER' && given?.endsWith('.json'));
  return given !== undefined && isFile ? resolve(folder, given) : given;
}
