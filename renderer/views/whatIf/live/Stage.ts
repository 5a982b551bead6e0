import type { ScreenFrames } from './screenFrames.ts';

/** Something that is shown in a frame. */
export interface Staged {
  /** Which it is, as they were asked for. */
  order: number;
  /** When what it answers came in, by the page's clock; null where its age does not matter. */
  since: number | null;
  kernelMs: number;
  /** @param due when the frame was due that shows it */
  show(due: number): void;
}

const frameMilliseconds = 1000 / 60;
/** What is seen is no older than this, beyond the kernel's time. */
const mostFramesLate = 2;
/** So many late ones in a row give way to a newer one: a page that is always behind shows every fourth. */
const mostGivingWay = 3;

/** Shows what comes in the next frame: the newest there is by then, unless it is late by then and a newer one is under way. */
export class Stage {
  readonly #frames: ScreenFrames;
  readonly #newestOrder: () => number;
  #staged: Staged | null = null;
  /** Those that gave way since the last that was shown. */
  #gaveWay = 0;

  /** @param newestOrder the order of the newest that can be shown: asked for, or waiting to be */
  constructor(frames: ScreenFrames, newestOrder: () => number) {
    this.#frames = frames;
    this.#newestOrder = newestOrder;
  }

  put(staged: Staged): void {
    const isFirst = this.#staged === null;
    this.#staged = staged;
    if (isFirst) this.#frames.draw((due) => this.#draw(due));
  }

  /** What has not been shown is not shown any more. */
  clear(): void {
    this.#staged = null;
    this.#gaveWay = 0;
  }

  #draw(due: number): void {
    const staged = this.#staged;
    this.#staged = null;
    if (staged === null) return;
    const givesWay = isLate(staged, due) && staged.order < this.#newestOrder() && this.#gaveWay < mostGivingWay;
    this.#gaveWay = givesWay ? this.#gaveWay + 1 : 0;
    if (!givesWay) staged.show(due);
  }
}

function isLate({ since, kernelMs }: Staged, due: number): boolean {
  return since !== null && due - since > kernelMs + mostFramesLate * frameMilliseconds;
}
