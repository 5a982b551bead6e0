import { Failure } from '../../shared/failure.ts';
import type { Model, Node } from '../../shared/model/model.ts';
import { changeWeight } from '../../shared/scoring/changeWeight.ts';

/**
 * The model with weights set, one after the other, as written: "nps=40,usage=20".
 * @throws Failure `input-invalid` for what is no such text or no node, `weight-not-movable`
 */
export function setWeights(model: Model, text: string, rescaleSiblings: boolean): Model {
  const known = nodeIds(model.dimensions);
  return text.split(',').reduce((changed, setting) => {
    const [, node, weight] = /^\s*([^=\s]+)\s*=\s*(\S+)\s*$/.exec(setting) ?? [];
    if (node === undefined || weight === undefined) throw refusal(`"${setting}" is not written NODE=WEIGHT`);
    if (!known.includes(node)) throw refusal(`the model has no node "${node}"; it has ${known.join(', ')}`);
    const value = Number(weight);
    if (!Number.isFinite(value) || value < 0) throw refusal(`the weight "${weight}" of ${node} is not a number of 0 or more`);
    return changeWeight(changed, node, value, { rescaleSiblings });
  }, model);
}

function nodeIds(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => [node.id, ...(node.kind === 'group' ? nodeIds(node.children) : [])]);
}

function refusal(problem: string): Failure {
  return new Failure('input-invalid', { call: 'compare', where: '--set', problem });
}
