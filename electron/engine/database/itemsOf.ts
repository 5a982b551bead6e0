import type { DuckDBVector } from '@duckdb/node-api';

/** The numbers of a vector as they lie in memory: the types hide them, and reading one by one through `getItem` takes many times as long. */
export function itemsOf<Items extends ArrayLike<number>>(vector: DuckDBVector): Items {
  return (vector as unknown as { items: Items }).items;
}
