import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts';

/** One option of a verb. */
export interface VerbOption {
  says: string;
  /** The word that stands for its value in the help; a switch has none. */
  value?: string;
  required?: boolean;
  /** It may be given several times; the verb gets all of them, with commas between. */
  repeats?: boolean;
}

/** A call on the way to the engine, with progress shown and Ctrl+C heard. */
export type CallEngine = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

/** What a verb was given; every path is absolute. */
export interface VerbInput {
  /** By the names in `takes`, lower case; an optional one that is absent is undefined. */
  words: Record<string, string | undefined>;
  options: Record<string, string | undefined>;
  switches: ReadonlySet<string>;
  call: CallEngine;
}

/** What a verb answers: the data (`--json`), and the same for a person. */
export interface VerbAnswer {
  data: unknown;
  text: string;
}

/** Something a person types. */
export interface Verb {
  says: string;
  /** Words after the verb: "STUDY", or "[STUDY]" when it may be left out. STUDY, FILE and DEFINITION are paths. */
  takes: string[];
  options: Record<string, VerbOption>;
  run(input: VerbInput): Promise<VerbAnswer>;
}
