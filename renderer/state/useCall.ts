import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../shared/contract/call.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts';
import { Failure } from '../../shared/failure.ts';
import { useHost } from './host.ts';
import { useStudy } from './studyStore.ts';

export interface CallState<Name extends CallName> {
  /** The last answer; it stays while a newer one is on its way. */
  value: CallOutput<Name> | null;
  /** Whether `value` answers the question as it stands, on the study as it is saved. */
  isCurrent: boolean;
  /** Why the newest question has no answer. */
  failure: Failure | null;
  /** Set while a question is being answered. */
  progress: Progress | null;
  cancel: () => void;
}

/** A question, and the key that names it together with the study it is asked of. */
interface Asked<Name extends CallName> {
  input: CallInput<Name>;
  key: string;
}

type Answered<Name extends CallName> = Pick<CallState<Name>, 'value' | 'failure' | 'progress'> & {
  /** The key of the question that `value` answers. */
  answers: string | null;
};

/** Calls whose answer does not change when definition or models are saved. */
const independent: readonly CallName[] = [
  'list-studies',
  'list-templates',
  'list-versions',
  'read-version',
  'inspect-file',
  'list-rows',
  'list-rejects',
  'profile-source',
];

/** Calls that know nothing of the study's models, or are given theirs whole: only a changed source or definition changes their answer. */
const apartFromModels: readonly CallName[] = [
  'count-rows',
  'summarise-observations',
  'profile-metric',
  'describe-proof',
  'measure-metrics',
  'measure-metric',
  'measure-slices',
  'compare-models',
  'compare-evidence',
  'count-near-edges',
];

/**
 * Keeps the answer of a call in step with its input, compared by content, and with the saved study. A null input asks nothing. One
 * question runs, one waits, the newest wins; the running one is never aborted because a newer came (aborting would show nothing while
 * a value is dragged). Leaving the screen or `cancel` aborts it.
 */
export function useCall<Name extends CallName>(name: Name, input: CallInput<Name> | null, deps: readonly unknown[] = []): CallState<Name> {
  const { invoke } = useHost();
  const path = useStudy(({ open }) => open?.path);
  const revision = useStudy(({ open, dataChanges }) =>
    independent.includes(name) ? 0 : apartFromModels.includes(name) ? dataChanges : open?.revision,
  );
  const restarts = useStudy((state) => state.restarts);
  const [state, setState] = useState<Answered<Name>>({ value: null, answers: null, failure: null, progress: null });
  const running = useRef<{ controller: AbortController; key: string } | null>(null);
  const answered = useRef<string | null>(null);
  const waiting = useRef<Asked<Name> | null>(null);
  const key = input === null ? null : JSON.stringify([name, input, path, revision, restarts, ...deps]);

  const run = useCallback(
    async (asked: Asked<Name>) => {
      const controller = new AbortController();
      running.current = { controller, key: asked.key };
      setState((before) => ({ ...before, progress: before.progress ?? { share: null, step: '' } }));
      const outcome = await invoke(name, asked.input, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (!controller.signal.aborted) setState((before) => ({ ...before, progress }));
        },
      }).then(
        (value) => ({ value, answers: asked.key, failure: null }),
        (error: unknown) => ({ failure: error instanceof Failure ? error : new Failure('unexpected', { message: String(error) }) }),
      );
      if (running.current?.controller !== controller) return;
      running.current = null;
      if ('value' in outcome) answered.current = asked.key;
      const isAnswered = waiting.current !== null && waiting.current.key === answered.current;
      const next = isAnswered ? null : waiting.current;
      waiting.current = null;
      setState((before) => ({ ...before, ...outcome, ...(isAnswered && { failure: null }), progress: next ? before.progress : null }));
      if (next) await run(next);
    },
    [invoke, name],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input's content, the study and deps
  useEffect(() => {
    if (input === null || key === null) {
      waiting.current = null;
      return;
    }
    // Asked for again after nothing or another was: what answers it may be there, or on its way.
    const isUnderWay = running.current?.key === key && !running.current.controller.signal.aborted;
    if (running.current) waiting.current = isUnderWay ? null : { input, key };
    else if (answered.current === key) setState((before) => ({ ...before, failure: null }));
    else void run({ input, key });
  }, [key, run]);

  useEffect(
    () => () => {
      running.current?.controller.abort();
      running.current = null;
      waiting.current = null;
    },
    [],
  );

  const cancel = useCallback(() => {
    waiting.current = null;
    running.current?.controller.abort();
  }, []);

  const { answers, ...answer } = state;
  return { ...answer, isCurrent: key !== null && answers === key, cancel };
}
