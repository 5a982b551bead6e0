import type { CallInput } from '../../shared/contract/contract.ts';
import type { Model, Node } from '../../shared/model/model.ts';
import { nodeList, nodeSettings } from './nodeSettings.ts';

/** What `suggest-weights` was told of single nodes, as typed: NODE=PERCENT and NODE, several with commas between. */
export interface RulesTyped {
  min?: string | undefined;
  max?: string | undefined;
  lock?: string | undefined;
  free?: string | undefined;
}

/** Bounds, locks and free weights for a suggestion on a model. @throws Failure `input-invalid` for what is no such text or no node */
export function weightRules(model: Model, typed: RulesTyped): Pick<CallInput<'suggest-weights'>, 'model' | 'bounds' | 'free'> {
  const at = (option: keyof RulesTyped) => ({ call: 'suggest-weights', where: `--${option}` });
  const settings = (option: 'min' | 'max') => (typed[option] === undefined ? [] : nodeSettings(model, typed[option], at(option)));
  const list = (option: 'lock' | 'free') => (typed[option] === undefined ? [] : nodeList(model, typed[option], at(option)));
  const bounds: Record<string, { min?: number; max?: number }> = {};
  for (const option of ['min', 'max'] as const)
    for (const { node, weight } of settings(option)) bounds[node] = { ...bounds[node], [option]: weight };
  const locked = new Set(list('lock'));
  const free = list('free');
  return { model: locked.size === 0 ? model : withLocks(model, locked), bounds, free: free.length === 0 ? undefined : free };
}

function withLocks(model: Model, locked: ReadonlySet<string>): Model {
  const change = (node: Node): Node => {
    const own = locked.has(node.id) ? { ...node, locked: true } : node;
    return own.kind === 'group' ? { ...own, children: own.children.map(change) } : own;
  };
  return { ...model, dimensions: model.dimensions.map(change) };
}
