import type { Cell } from '../../../shared/contract/sourceCalls.ts';

/** A value of DuckDB as it crosses the boundary: days as ISO text, moments without their zone, numbers finite. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.000Z$/, '');
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return typeof value === 'boolean' ? value : String(value);
}
