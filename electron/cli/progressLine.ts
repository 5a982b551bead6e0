import type { Progress } from '../../shared/contract/call.ts';

const withoutTerminalEveryMs = 1000;

/** One line on stderr that is written over while a call works; without a terminal, a line for a new step, at most one a second. */
export function progressLine(stream: { isTTY?: boolean; write(text: string): unknown }): { show(progress: Progress): void; clear(): void } {
  let shown = '';
  let shownAt = 0;
  return {
    show({ share, step }) {
      const text = stream.isTTY && share !== null ? `${step} ${Math.floor(100 * share)} %` : step;
      if (text === shown || (!stream.isTTY && Date.now() - shownAt < withoutTerminalEveryMs)) return;
      shown = text;
      shownAt = Date.now();
      stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    clear() {
      if (stream.isTTY && shown) stream.write('\r\u001b[K');
      shown = '';
    },
  };
}
