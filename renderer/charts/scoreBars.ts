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

/** The same by band, worst first, each bin in the band that `cuts` put it in: stacked, a bar says truly what it holds of each. */
export function bandBars(edges: readonly number[], amounts: readonly number[], cuts: readonly number[], width: number): number[][] {
  const bandOf = (bin: number) => cuts.filter((cut) => cut < (edges[bin]! + edges[bin + 1]!) / 2).length;
  return Array.from({ length: cuts.length + 1 }, (_, band) =>
    scoreBars(
      edges,
      amounts.map((amount, bin) => (bandOf(bin) === band ? amount : 0)),
      width,
    ),
  );
}

/** Bars of several bands stacked, the worst at the bottom, as path data of each band. */
export function stackPaths(stacks: readonly (readonly number[])[], width: number, x: Place, y: Place): string[] {
  const floor: number[] = [];
  return stacks.map((bars) => {
    let path = '';
    for (const [index, amount] of bars.entries()) {
      const from = floor[index] ?? 0;
      if (amount <= 0) continue;
      floor[index] = from + amount;
      // Half a pixel of air on each side of a bar.
      const [left, right] = [x(index * width) + 0.5, x(Math.min(best, (index + 1) * width)) - 0.5];
      if (right > left) path += `M${round(left)},${round(y(from))}V${round(y(from + amount))}H${round(right)}V${round(y(from))}Z`;
    }
    return path;
  });
}

/** What the bands hold together, bar by bar. */
export function barTotals(stacks: readonly (readonly number[])[]): number[] {
  return (stacks[0] ?? []).map((_, index) => stacks.reduce((sum, bars) => sum + bars[index]!, 0));
}

/** The upper outline of the bars as path data. */
export function outlinePath(bars: readonly number[], width: number, x: Place, y: Place): string {
  const corners = bars.map((amount, index) => `H${round(x(index * width))}V${round(y(amount))}`);
  return `M${round(x(0))},${round(y(0))}${corners.join('')}H${round(x(best))}V${round(y(0))}`;
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;
