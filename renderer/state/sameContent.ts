/**
 * Whether two plain values hold the same, whatever the order of their keys; a key that is undefined counts as absent. Numbers may differ
 * by `tolerance`, or `tolerance` times the larger. What the two share by reference is not looked into.
 */
export function sameContent(left: unknown, right: unknown, tolerance = 0): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left === 'number' && typeof right === 'number')
    return Math.abs(left - right) <= tolerance * Math.max(1, Math.abs(left), Math.abs(right));
  if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => sameContent(left[key], right[key], tolerance));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}
