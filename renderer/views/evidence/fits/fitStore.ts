import { create } from 'zustand';
import type { Progress } from '../../../../shared/contract/call.ts';
import type { CallInput, CallName, CallOutput, CallPartial } from '../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../shared/failure.ts';

/** Calls that are made when the analyst asks for them, may take long, and go on while other tabs and screens are looked at. */
export type FitName = Extract<
  CallName,
  'suggest-weights' | 'suggest-thresholds' | 'suggest-curve' | 'estimate-probability' | 'run-challenger' | 'confirm-version'
>;

/** One such call: the last question and its last answer, and how far a newer one has come. */
export interface Fit<Name extends FitName> {
  /** What `value` answers. */
  input: CallInput<Name> | null;
  value: CallOutput<Name> | null;
  /** What the newer answer will be to. */
  asked: CallInput<Name> | null;
  /** What is ready of the newer answer while it runs. */
  partial: CallPartial<Name> | null;
  failure: Failure | null;
  /** Set while it runs. */
  progress: Progress | null;
  controller: AbortController | null;
}

type Fits = { [Name in FitName]?: Fit<Name> };

/** The fits of one study; another study's begin afresh. */
export const useFits = create<{ path: string | null; fits: Fits }>()(() => ({ path: null, fits: {} }));

export const noFit = { input: null, value: null, asked: null, partial: null, failure: null, progress: null, controller: null };

/** Changes one fit of a study; nothing when another study has been opened since. */
export function changeFit<Name extends FitName>(path: string, name: Name, change: (before: Fit<Name>) => Partial<Fit<Name>>): void {
  useFits.setState(({ path: open, fits }) => {
    if (open !== path) return {};
    const before: Fit<Name> = fits[name] ?? noFit;
    return { fits: { ...fits, [name]: { ...before, ...change(before) } } };
  });
}

/** Makes room for the fits of a study; what runs for another one is ended. */
export function beginFits(path: string): void {
  const { path: open, fits } = useFits.getState();
  if (open === path) return;
  for (const fit of Object.values(fits)) fit?.controller?.abort();
  useFits.setState({ path, fits: {} });
}
