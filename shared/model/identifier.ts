import { z } from 'zod';

/** Stable id of an entity of a study: a lower-case word that is also a safe column name in every warehouse. */
export const identifier = z
  .string()
  .max(60, 'is longer than 60 characters')
  .regex(/^[a-z][a-z0-9_]*$/, 'must start with a letter and hold only a-z, 0-9 and _');

/** The id that a person's words make: "Weekly active %" becomes "weekly_active"; never empty. */
export function identifierFrom(words: string): string {
  const slug = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 60);
  return slug === '' ? 'item' : slug;
}

/** The first of `wanted`, `wanted_2`, `wanted_3` ... that is not taken. */
export function freeIdentifier(wanted: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let free = wanted;
  for (let count = 2; used.has(free); count++) free = `${wanted.slice(0, 55)}_${count}`;
  return free;
}
