/** Plain, diffable text: keys sorted, two spaces, a final newline. Lists keep their order. */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part), 2)}\n`;
}

const isRecord = (part: unknown): part is Record<string, unknown> => typeof part === 'object' && part !== null && !Array.isArray(part);
const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);
