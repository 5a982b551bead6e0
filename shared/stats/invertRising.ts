/** Where a rising function takes a value, between two bounds: bisection until the two ends are neighbouring numbers. */
export function invertRising(rising: (at: number) => number, value: number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return middle;
    if (rising(middle) < value) below = middle;
    else above = middle;
  }
}
