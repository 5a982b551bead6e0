/** Takes the content of study.json from one schema version to the next. */
export type Migration = (content: Record<string, unknown>) => Record<string, unknown>;

/** `migrations[n]` takes version n + 1 to n + 2. */
export const migrations: readonly Migration[] = [(content) => ({ scenarios: [], baseline: null, ...content })];

/** Brings content of an older schema version to the version after the last migration. Newer content is left as it is. */
export function migrateStudy(content: Record<string, unknown>, steps: readonly Migration[] = migrations): Record<string, unknown> {
  let current = content;
  for (const [index, step] of steps.entries()) {
    if (current.schemaVersion === index + 1) current = { ...step(current), schemaVersion: index + 2 };
  }
  return current;
}
