/** How many steps can be undone. */
export const historyLength = 200;

/** One edit: what it was called and what stood before it. */
export interface Step<State> {
  label: string;
  state: State;
}

/** A state with the steps that led to it and the steps taken back. While `drag` is set, edits melt into one step. */
export interface History<State> {
  past: readonly Step<State>[];
  present: State;
  future: readonly Step<State>[];
  drag: { label: string; from: State } | null;
}

export function beginHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], drag: null };
}

/** Takes a step; inside a drag only the state moves, and the step is taken when the drag ends. */
export function step<State>(history: History<State>, label: string, next: State): History<State> {
  if (Object.is(next, history.present)) return history;
  if (history.drag) return { ...history, present: next, drag: { ...history.drag, label } };
  return { past: lengthened(history.past, { label, state: history.present }), present: next, future: [], drag: null };
}

export function beginStep<State>(history: History<State>): History<State> {
  return history.drag ? history : { ...history, drag: { label: '', from: history.present } };
}

/** Ends a drag: everything since its beginning is one step, or none when nothing moved. */
export function endStep<State>(history: History<State>): History<State> {
  if (!history.drag) return history;
  const { label, from } = history.drag;
  if (Object.is(from, history.present)) return { ...history, drag: null };
  return { past: lengthened(history.past, { label, state: from }), present: history.present, future: [], drag: null };
}

export function undo<State>(history: History<State>): History<State> {
  const settled = endStep(history);
  const last = settled.past.at(-1);
  if (!last) return settled;
  return {
    past: settled.past.slice(0, -1),
    present: last.state,
    future: [{ label: last.label, state: settled.present }, ...settled.future],
    drag: null,
  };
}

export function redo<State>(history: History<State>): History<State> {
  const settled = endStep(history);
  const [next, ...future] = settled.future;
  if (!next) return settled;
  return { past: [...settled.past, { label: next.label, state: settled.present }], present: next.state, future, drag: null };
}

function lengthened<State>(past: readonly Step<State>[], one: Step<State>): readonly Step<State>[] {
  return [...past, one].slice(-historyLength);
}
