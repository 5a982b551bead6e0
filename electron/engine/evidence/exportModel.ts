import { resolve } from 'node:path';
import type { CallOutput, HandlerInput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import type { CallContext } from '../CallContext.ts';
import { sortedJson } from '../study/sortedJson.ts';
import { writeFileAtomic } from '../study/writeFileAtomic.ts';
import { chosenScorer } from './Evidence.ts';

/** Writes a model as JSON that "define" takes again. @throws Failure `model-given`, `disk-full`, `disk-refused` and those of `resolveScorer` */
export async function exportModel(
  { path, scorer: asked }: HandlerInput<'export-model'>,
  context: CallContext,
): Promise<CallOutput<'export-model'>> {
  const scorer = await chosenScorer(context.session.store, asked);
  if (scorer.kind === 'given') throw new Failure('model-given', { given: scorer.name });
  const target = resolve(path);
  await writeFileAtomic(target, sortedJson({ models: [scorer.model] }));
  return { path: target, model: { name: scorer.name, kind: scorer.kind } };
}
