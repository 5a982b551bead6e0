import type { Model } from '../../shared/model/model.ts';
import { changeWeight } from '../../shared/scoring/changeWeight.ts';
import { nodeSettings } from './nodeSettings.ts';

/**
 * The model with weights set, one after the other, as written: "nps=40,usage=20".
 * @throws Failure `input-invalid` for what is no such text or no node, `weight-not-movable`
 */
export function setWeights(model: Model, text: string, rescaleSiblings: boolean): Model {
  const settings = nodeSettings(model, text, { call: 'compare', where: '--set' });
  return settings.reduce((changed, { node, weight }) => changeWeight(changed, node, weight, { rescaleSiblings }), model);
}
