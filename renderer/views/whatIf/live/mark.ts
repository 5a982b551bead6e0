export interface Details {
  event: undefined;
  answered: { asked: number; how: 'known' | 'move' | 'rest'; kernelMs: number };
  ahead: { asked: number; kernelMs: number };
  painted: { frame: number };
}
type Moment = keyof Details;

const moments: readonly Moment[] = ['event', 'answered', 'ahead', 'painted'];

/**
 * Marks a moment on the page's timeline as `what-if:<moment>`: an edit arrived, an answer arrived that is shown (detail: when it was asked
 * for, as known already, moving or at rest, and milliseconds in the kernel since then), it was painted (detail: when the frame that shows it
 * was due); what is looked ahead to arrived. Read by the benchmark and by the browser's own profiler. @param at when it was, if not now
 */
export function mark<Of extends Moment>(moment: Of, detail?: Details[Of], at = performance.now()): void {
  performance.mark(`what-if:${moment}`, { detail, startTime: at });
}

/** Forgets the marks of the pick-up before, so that a long day of dragging keeps no more than those of one. */
export function clearMarks(...of: Moment[]): void {
  for (const moment of of.length > 0 ? of : moments) performance.clearMarks(`what-if:${moment}`);
}

/** Marks `painted` once the frame that is being drawn is done: after it, or when the next begins, which may not let anything between them. */
export function markPainted(frame: number): void {
  let isMarked = false;
  const markOnce = () => {
    if (!isMarked) mark('painted', { frame });
    isMarked = true;
  };
  setTimeout(markOnce, 0);
  requestAnimationFrame(markOnce);
}
