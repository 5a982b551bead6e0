import { createHash } from 'node:crypto';
import { sortedJson } from './sortedJson.ts';

/** A short text that is the same for equal values, whatever the order of their keys, and differs otherwise. */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(sortedJson(value)).digest('hex').slice(0, 16);
}
