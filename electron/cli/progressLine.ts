import type { Progress } from '../../shared/contract/call.ts';

/** One line on stderr that is written over while a call works; without a terminal, a line for each new step. */
export function progressLine(stream: { isTTY?: boolean; write(text: string): unknown }): { show(progress: Progress): void; clear(): void } {
  let shown = '';
  return {
    show({ share, step }) {
      const text = stream.isTTY && share !== null ? `${step} ${Math.floor(100 * share)} %` : step;
      if (text === shown) return;
      shown = text;
      stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    clear() {
      if (stream.isTTY && shown) stream.write('\r\u001b[K');
      shown = '';
    },
  };
}
