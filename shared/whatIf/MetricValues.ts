/** A metric of every observation: numbers (NaN = missing), or places in a list of categories (its length = missing). */
export type MetricValues = { kind: 'numbers'; values: Float64Array } | { kind: 'categories'; codes: Uint32Array; names: readonly string[] };
