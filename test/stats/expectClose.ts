import { expect } from 'vitest';

/** Holds numbers against a reference by relative distance (within 1e-12 of 0), wherever they stand in lists and objects; null only equals null. */
export function expectClose(actual: unknown, reference: unknown, relative = 1e-9, where = ''): void {
  if (typeof reference === 'number') {
    expect(actual, where).toBeTypeOf('number');
    const apart = Math.abs((actual as number) - reference);
    expect(apart, `${where}: ${actual} is not ${reference}`).toBeLessThanOrEqual(reference === 0 ? 1e-12 : relative * Math.abs(reference));
  } else if (Array.isArray(reference)) {
    expect(actual, where).toHaveLength(reference.length);
    for (const [index, one] of reference.entries()) expectClose((actual as unknown[])[index], one, relative, `${where}[${index}]`);
  } else if (reference !== null && typeof reference === 'object') {
    for (const [key, one] of Object.entries(reference)) {
      expectClose((actual as Record<string, unknown>)?.[key], one, relative, `${where}.${key}`);
    }
  } else {
    expect(actual, where).toEqual(reference);
  }
}
