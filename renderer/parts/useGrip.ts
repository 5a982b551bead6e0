import { type PointerEvent, useEffect, useMemo, useRef } from 'react';

interface Grip {
  /** A key that moves the control went down. */
  holdByKey: () => void;
  /** The pointer went down on the control; wherever it goes up again, it lets go. */
  holdByPointer: (event: Pick<PointerEvent, 'pointerId'>) => void;
  /** To put on what is held. Losing the focus ends the keys' hold, never the pointer's. */
  handlers: { onKeyUp: () => void; onBlur: () => void };
}

/** One control as it is held by keyboard and pointer, also by both: one beginning and one end, whatever happens in between. */
export function useGrip(onBegin: (() => void) | undefined, onEnd: (() => void) | undefined): Grip {
  const told = useRef({ onBegin, onEnd });
  told.current = { onBegin, onEnd };
  const { grip, drop } = useMemo(() => {
    const holders = new Set<number | 'key'>();
    let watch: AbortController | null = null;
    const hold = (by: number | 'key') => {
      if (holders.size === 0) told.current.onBegin?.();
      holders.add(by);
    };
    const release = (by: number | 'key') => {
      if (!holders.delete(by) || holders.size > 0) return;
      watch?.abort();
      watch = null;
      told.current.onEnd?.();
    };
    const holdByPointer = ({ pointerId }: Pick<PointerEvent, 'pointerId'>) => {
      hold(pointerId);
      watch ??= new AbortController();
      for (const name of ['pointerup', 'pointercancel'] as const)
        window.addEventListener(name, (event) => release(event.pointerId), { signal: watch.signal });
    };
    const drop = () => {
      for (const by of [...holders]) release(by);
    };
    const keyUp = () => release('key');
    const grip: Grip = {
      holdByKey: () => hold('key'),
      holdByPointer,
      handlers: { onKeyUp: keyUp, onBlur: keyUp },
    };
    return { grip, drop };
  }, []);
  useEffect(() => drop, [drop]);
  return grip;
}
