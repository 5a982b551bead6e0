/** What a computation in parts comes to, walked through without a pause. */
export function finish<Value>(parts: Generator<undefined, Value>): Value {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}
