import type { Scorer } from '../../shared/contract/scorer.ts';
import { readJsonFile } from './readJsonFile.ts';

/**
 * What gives accounts a score, as it is typed: id of a model, `version:ID`, `scenario:ID`, `given:ID`, or a model file ending in .json (a model by itself, or the
 * first of a definition's). Whether there is such a thing the engine says. @throws Failure those of `readJsonFile`
 */
export async function readScorer(typed: string): Promise<Scorer> {
  const [, kind, id] = /^(version|scenario|given):(.*)$/s.exec(typed) ?? [];
  if (kind !== undefined) return { [kind]: id } as Scorer;
  if (!typed.endsWith('.json')) return { model: typed };
  const content = await readJsonFile(typed);
  const models = (content as { models?: unknown[] } | null)?.models;
  return { model: models?.[0] ?? content } as Scorer;
}
