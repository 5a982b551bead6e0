import { Failure } from '../failure.ts';
import type { Model, Node } from '../model/model.ts';

/** A node and those beside it, left to right. @throws Failure `node-unknown` */
export function siblingsOf({ dimensions }: Pick<Model, 'dimensions'>, id: string): readonly Node[] {
  const among = (nodes: readonly Node[]): readonly Node[] | null => {
    if (nodes.some((node) => node.id === id)) return nodes;
    for (const node of nodes) {
      const found = node.kind === 'group' ? among(node.children) : null;
      if (found) return found;
    }
    return null;
  };
  const found = among(dimensions);
  if (!found) throw new Failure('node-unknown', { node: id });
  return found;
}
