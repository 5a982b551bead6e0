import type { CallOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/failure.ts';
import { type Leaf, leavesOf, type Model, type Node } from '../../../shared/model/model.ts';
import { freezeCurve, type ValueCount } from '../../../shared/scoring/freezeCurve.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import type { Book } from './Book.ts';

/** Segments with fewer accounts keep the reference of the whole book. */
const fewestAccounts = 30;

/**
 * The model with its percentile and z-score references taken from the book; the leaves asked for, or all. With `perSegment`, each
 * segment of 30 accounts or more gets its own, as an override. @throws Failure `book-empty`
 */
export async function freezeReferences(
  book: Book,
  asked: readonly string[] | undefined,
  perSegment: boolean,
): Promise<CallOutput<'freeze-references'>> {
  const { database, model, asOf, scored, options } = book;
  const segments = await database.rows<{ id: string; accounts: number }>(
    { text: `select segment as id, cast(count(*) as integer) as accounts from ${scored} group by 1` },
    options,
  );
  if (segments.length === 0) throw new Failure('book-empty', { asOf, problem: 'there is nothing to take a reference from.' });
  const notices: string[] = [];
  const leaves = leavesOf(model.dimensions).filter((leaf) => hasReference(leaf) && (asked?.includes(leaf.id) ?? true));
  if (leaves.length === 0) notices.push('No metric asked for has a percentile or z-score curve, so nothing was frozen.');

  const frozen = new Map<string, Leaf['curve']>();
  const overrides = new Map<string, Record<string, Leaf['curve']>>();
  for (const [index, leaf] of leaves.entries()) {
    options.onStep?.(index / leaves.length, `Freezing ${leaf.metric}`);
    const freeze = async (curve: Leaf['curve'], segment: string | null) => {
      const values = await valuesOf(book, leaf.metric, segment);
      if (values.length > 0) return freezeCurve(curve, values, asOf);
      notices.push(
        `${leaf.metric} is missing for every account${segment === null ? '' : ` of ${segment}`}, so its reference stays as it was.`,
      );
      return curve;
    };
    frozen.set(leaf.id, await freeze(leaf.curve, null));
    if (!perSegment) continue;
    for (const segment of model.segments) {
      const accounts = segments.find(({ id }) => id === segment.id)?.accounts ?? 0;
      if (accounts < fewestAccounts) {
        if (index === 0)
          notices.push(`${segment.name} has ${accounts} accounts, fewer than ${fewestAccounts}, and uses the reference of the whole book.`);
        continue;
      }
      const curve = await freeze(segment.curves[leaf.id] ?? leaf.curve, segment.id);
      overrides.set(segment.id, { ...overrides.get(segment.id), [leaf.id]: curve });
    }
  }
  return { model: withCurves(model, frozen, overrides), notices };
}

const hasReference = ({ curve }: Leaf) => curve.kind === 'percentile' || curve.kind === 'z-score';

async function valuesOf(
  { database, observations, asOf, scored, options }: Book,
  metric: string,
  segment: string | null,
): Promise<ValueCount[]> {
  const column = quoteIdentifier(metric);
  const inSegment = segment === null ? '' : `and account_id in (select account_id from ${scored} where segment = $2)`;
  return database.result(
    {
      text: `select ${column}, cast(count(*) as integer) from ${quoteIdentifier(observations.table)}
        where as_of = cast($1 as date) and ${column} is not null ${inSegment} group by 1`,
      values: segment === null ? [asOf] : [asOf, segment],
    },
    options,
    async (result) => {
      const [values, counts] = (await result.getColumnsJS()) as [number[], number[]];
      return values.map((value, index) => ({ value, count: counts[index]! }));
    },
  );
}

function withCurves(
  model: Model,
  frozen: ReadonlyMap<string, Leaf['curve']>,
  overrides: ReadonlyMap<string, Record<string, Leaf['curve']>>,
): Model {
  const change = (node: Node): Node =>
    node.kind === 'group' ? { ...node, children: node.children.map(change) } : { ...node, curve: frozen.get(node.id) ?? node.curve };
  return {
    ...model,
    dimensions: model.dimensions.map(change),
    segments: model.segments.map((segment) => ({ ...segment, curves: { ...segment.curves, ...overrides.get(segment.id) } })),
  };
}
