/** The values of some observations, in the order of `rows`. */
export function gather(values: Float32Array, rows: Uint32Array): Float32Array {
  const found = new Float32Array(rows.length);
  for (let place = 0; place < rows.length; place++) found[place] = values[rows[place]!]!;
  return found;
}
