import type { CallOutput } from '../../../shared/contract/contract.ts';
import { bandTolerance } from '../../../shared/scoring/bandOf.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Book } from '../scoring/Book.ts';

type NearEdges = CallOutput<'count-near-edges'>;
type Edge = NearEdges['edges'][number];

/**
 * How many accounts, of a segment or of the whole book, lie at most `within` points below or above a band edge: of each edge, and of any. An
 * account of a segment counts by that segment's edges.
 */
export async function countNearEdges(
  { database, model, asOf, scored, options }: Book,
  within: number,
  segment?: string,
): Promise<NearEdges> {
  const edges = model.cuts.map((cut, index) => {
    const own = model.segments.flatMap(({ id, cuts }) => (cuts ? [`when ${quoteText(id)} then ${cuts[index]}::double`] : []));
    return own.length === 0 ? `${cut}::double` : `(case segment ${own.join(' ')} else ${cut}::double end)`;
  });
  const near = edges.map((edge) => `coalesce(abs(score - ${edge}) <= $1::double, false)`);
  const amount = (where: string, name: string) =>
    `cast(count(*) filter (${where}) as integer) as "accounts${name}", coalesce(sum(revenue) filter (${where}), 0) as "revenue${name}"`;
  const amounts = edges.map((edge, index) => {
    const isAbove = `score >= ${edge} - ${bandTolerance}::double`;
    return [amount(`${near[index]} and not (${isAbove})`, `Below${index}`), amount(`${near[index]} and ${isAbove}`, `Above${index}`)];
  });
  const [counted] = await database.rows<Record<string, number>>(
    {
      text: `select ${[amount(near.join(' or ') || 'false and $1 is null', ''), ...amounts.flat()].join(', ')}
        from ${scored} ${segment === undefined ? '' : 'where segment = $2'}`,
      values: [String(within), ...(segment === undefined ? [] : [segment])],
    },
    options,
  );
  const read = (name: string) => counted![name]!;
  return {
    asOf,
    within,
    accounts: read('accounts'),
    revenue: read('revenue'),
    edges: model.cuts.map(
      (cut, index): Edge => ({
        cut,
        lower: model.bands[index]!.id,
        upper: model.bands[index + 1]!.id,
        accountsBelow: read(`accountsBelow${index}`),
        revenueBelow: read(`revenueBelow${index}`),
        accountsAbove: read(`accountsAbove${index}`),
        revenueAbove: read(`revenueAbove${index}`),
      }),
    ),
  };
}
