/** Turns a value into pixels. */
type Place = (value: number) => number;

const best = 100;

/** Amounts of bins (edges rising from 0 to 100) gathered into bars of `width` points; the last bar ends at 100. */
export function scoreBars(edges: readonly number[], amounts: readonly number[], width: number): number[] {
  const bars = new Array<number>(Math.ceil(best / width)).fill(0);
  for (const [index, amount] of amounts.entries()) {
    // Edges that are cuts need not be exact in binary; a bin belongs to the bar that holds its middle.
    const middle = (edges[index]! + edges[index + 1]!) / 2;
    const bar = Math.min(bars.length - 1, Math.max(0, Math.floor(middle / width)));
    bars[bar]! += amount;
  }
  return bars;
}

/** The bars between two scores as path data; a bar that reaches over an end is cut there, and keeps its height. */
export function barsPath(bars: readonly number[], width: number, from: number, to: number, x: Place, y: Place): string {
  const ground = y(0);
  let path = '';
  for (const [index, amount] of bars.entries()) {
    const [start, end] = [index * width, Math.min(best, (index + 1) * width)];
    if (amount <= 0 || start >= to || end <= from) continue;
    // Half a pixel of air on each side of a bar, none where a band edge cuts it.
    const left = x(Math.max(start, from)) + (start >= from ? 0.5 : 0);
    const right = x(Math.min(end, to)) - (end <= to ? 0.5 : 0);
    if (right > left) path += `M${round(left)},${round(ground)}V${round(y(amount))}H${round(right)}V${round(ground)}Z`;
  }
  return path;
}

/** The upper outline of the bars as path data. */
export function outlinePath(bars: readonly number[], width: number, x: Place, y: Place): string {
  const corners = bars.map((amount, index) => `H${round(x(index * width))}V${round(y(amount))}`);
  return `M${round(x(0))},${round(y(0))}${corners.join('')}H${round(x(best))}V${round(y(0))}`;
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;
