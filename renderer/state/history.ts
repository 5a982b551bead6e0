/** How many steps can be undone. */
export const historyLength = 200;

/** One edit: what it was called and what stood before it. */
export interface Step<State> {
  label: string;
  state: State;
}

/** A state with the steps that led to it and the steps taken back. While `drag` is set, by one or more holders, edits melt into one step. */
export interface History<State> {
  past: readonly Step<State>[];
  present: State;
  future: readonly Step<State>[];
  drag: { label: string; from: State; holders: number } | null;
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

/** Something is taken hold of. Two things held at once are one drag. */
export function beginStep<State>(history: History<State>): History<State> {
  const { label, from, holders } = history.drag ?? { label: '', from: history.present, holders: 0 };
  return { ...history, drag: { label, from, holders: holders + 1 } };
}

/** Something is let go. With the last of them the drag ends: everything since its beginning is one step, or none when nothing moved. */
export function endStep<State>(history: History<State>): History<State> {
  const { drag } = history;
  return drag && drag.holders > 1 ? { ...history, drag: { ...drag, holders: drag.holders - 1 } } : settle(history);
}

export function undo<State>(history: History<State>): History<State> {
  const settled = settle(history);
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
  const settled = settle(history);
  const [next, ...future] = settled.future;
  if (!next) return settled;
  return { past: [...settled.past, { label: next.label, state: settled.present }], present: next.state, future, drag: null };
}

function lengthened<State>(past: readonly Step<State>[], one: Step<State>): readonly Step<State>[] {
  return [...past, one].slice(-historyLength);
}

function settle<State>(history: History<State>): History<State> {
  if (!history.drag) return history;
  const { label, from } = history.drag;
  if (Object.is(from, history.present)) return { ...history, drag: null };
  return { past: lengthened(history.past, { label, state: from }), present: history.present, future: [], drag: null };
}
