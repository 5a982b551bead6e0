import { Failure } from '../../shared/failure.ts';
import type { Model, Node } from '../../shared/model/model.ts';

/** Where something was typed: the call it is for, and the option. */
export interface Typed {
  call: string;
  where: string;
}

/** Nodes of a model with the weight typed for each: "nps=40,usage=20". @throws Failure `input-invalid` for what is no such text or no node */
export function nodeSettings(model: Model, text: string, typed: Typed): { node: string; weight: number }[] {
  return text.split(',').map((setting) => {
    const [, node, weight] = /^\s*([^=\s]+)\s*=\s*(\S+)\s*$/.exec(setting) ?? [];
    if (node === undefined || weight === undefined)
      throw new Failure('input-invalid', { ...typed, problem: `"${setting}" is not written NODE=WEIGHT` });
    const value = Number(weight);
    if (!Number.isFinite(value) || value < 0)
      throw new Failure('input-invalid', { ...typed, problem: `the weight "${weight}" of ${node} is not a number of 0 or more` });
    return { node: knownNode(model, node, typed), weight: value };
  });
}

/** Ids of a model's nodes, typed with commas between. @throws Failure `input-invalid` for what is no node */
export function nodeList(model: Model, text: string, typed: Typed): string[] {
  return text.split(',').map((node) => knownNode(model, node.trim(), typed));
}

function knownNode(model: Model, node: string, typed: Typed): string {
  const known = nodeIds(model.dimensions);
  if (known.includes(node)) return node;
  throw new Failure('input-invalid', { ...typed, problem: `the model has no node "${node}"; it has ${known.join(', ')}` });
}

function nodeIds(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => [node.id, ...(node.kind === 'group' ? nodeIds(node.children) : [])]);
}
