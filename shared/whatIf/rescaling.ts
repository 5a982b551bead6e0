import type { Model } from '../model/model.ts';

/** The explicit step of a model as `times * (score - from)`, before what lies outside 0..100 is moved to the nearer end. */
export function rescaling({ rescale }: Pick<Model, 'rescale'>): { times: number; from: number } {
  return rescale ? { times: 100 / (rescale.to - rescale.from), from: rescale.from } : { times: 1, from: 0 };
}
