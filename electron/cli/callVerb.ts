import type { CallName } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/failure.ts';
import type { Verb } from './Verb.ts';

/** `plumbline call NAME INPUT`: any call of the contract, its answer as JSON. @param readInput all of stdin, for the input "-" */
export function callVerb(readInput: () => Promise<string>): Verb {
  return {
    says: 'Makes one call of the contract, with its input as JSON; "-" reads the input from stdin.',
    takes: ['NAME', '[INPUT]'],
    options: { study: { says: 'a study to open first', value: 'STUDY' } },
    async run({ words, options, call }) {
      const name = words.name as CallName;
      const input = parseInput(name, words.input === '-' ? await readInput() : (words.input ?? '{}'));
      if (options.study !== undefined) await call('open-study', { path: options.study });
      // The engine checks the name and the input: both are what was typed.
      const data: unknown = await call(name, input as never);
      return { data, text: JSON.stringify(data, null, 2) };
    },
  };
}

function parseInput(call: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure('input-invalid', { call, where: 'the whole', problem: (error as Error).message });
  }
}
