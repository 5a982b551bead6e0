/** How long the thread is kept between two pauses. */
const mostMs = 20;

/** What a computation in parts comes to; between two of them it pauses as soon as it has held the thread for long. @param pause lets others run, and may throw */
export async function pausing<Value>(parts: Generator<undefined, Value>, pause: () => Promise<void>): Promise<Value> {
  for (let since = performance.now(); ; ) {
    const { done, value } = parts.next();
    if (done) return value;
    if (performance.now() - since < mostMs) continue;
    await pause();
    since = performance.now();
  }
}
