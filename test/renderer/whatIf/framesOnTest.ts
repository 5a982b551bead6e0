import { vi } from 'vitest';
import type { ScreenFrames } from '../../../renderer/views/whatIf/live/screenFrames.ts';

/** Frames that come when the test says. */
export class FramesOnTest implements ScreenFrames {
  #begins: ((due: number) => void)[] = [];
  #draws: ((due: number) => void)[] = [];

  begin(callback: (due: number) => void): void {
    this.#begins.push(callback);
  }

  draw(callback: (due: number) => void): void {
    this.#draws.push(callback);
  }

  /** One frame; what its beginning leads to without waiting happens before it is drawn. Timers must be fake. */
  async next(due = performance.now()): Promise<void> {
    for (const callback of this.#begins.splice(0)) callback(due);
    await vi.advanceTimersByTimeAsync(0);
    for (const callback of this.#draws.splice(0)) callback(due);
  }
}
