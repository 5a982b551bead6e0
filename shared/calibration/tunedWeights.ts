import type { Model } from '../model/model.ts';
import type { Warning } from '../stats/warning.ts';

/** What a backtest that keeps the weights has to say of weights that were suggested by what happened: the dates it goes back to had a part in them. */
export function tunedWeights({ weightsFrom }: Pick<Model, 'weightsFrom'>): Warning[] {
  return weightsFrom ? ['WEIGHTS_TUNED_ON_THESE_DATA'] : [];
}
