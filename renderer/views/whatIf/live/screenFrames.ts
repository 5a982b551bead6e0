/** The frames of the screen. A frame is known by when it was due, on the page's clock. */
export interface ScreenFrames {
  /** Calls back when the next frame begins: after an input, the one it came in. */
  begin(callback: (due: number) => void): void;
  /** Calls back to draw in the next frame, or in this one while it is at its beginning. */
  draw(callback: (due: number) => void): void;
}

/** The frames of this page. */
export function createScreenFrames(): ScreenFrames {
  const begins: ((due: number) => void)[] = [];
  const draws: ((due: number) => void)[] = [];
  let isAsked = false;
  const run = (callbacks: ((due: number) => void)[], due: number) => {
    for (const callback of callbacks.splice(0)) callback(due);
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame((due) => run(begins, due));
    // What the beginning led to without waiting for another task has happened between the two.
    requestAnimationFrame((due) => {
      isAsked = false;
      run(draws, due);
      if (begins.length > 0) ask();
    });
  };
  const into = (callbacks: ((due: number) => void)[]) => (callback: (due: number) => void) => {
    callbacks.push(callback);
    ask();
  };
  return { begin: into(begins), draw: into(draws) };
}
