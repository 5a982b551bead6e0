import type { CallOutput } from '../../../shared/contract/contract.ts';
import { bandTolerance } from '../../../shared/scoring/bandOf.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import type { Book } from '../scoring/Book.ts';

type Edge = CallOutput<'count-near-edges'>['edges'][number];

/** How many accounts lie at most `within` points below or above each band edge, an account of a segment by that segment's edge. */
export async function countNearEdges(
  { database, model, asOf, scored, options }: Book,
  within: number,
): Promise<CallOutput<'count-near-edges'>> {
  const edges: Edge[] = [];
  for (const [index, cut] of model.cuts.entries()) {
    const own = model.segments.flatMap(({ id, cuts }) => (cuts ? [`when ${quoteText(id)} then ${cuts[index]}::double`] : []));
    const edge = own.length === 0 ? `${cut}::double` : `(case segment ${own.join(' ')} else ${cut}::double end)`;
    const isAbove = `score >= ${edge} - ${bandTolerance}::double`;
    const [counted] = await database.rows<Omit<Edge, 'cut' | 'lower' | 'upper'>>(
      {
        text: `select cast(count(*) filter (not (${isAbove})) as integer) as "accountsBelow",
            coalesce(sum(revenue) filter (not (${isAbove})), 0) as "revenueBelow",
            cast(count(*) filter (${isAbove}) as integer) as "accountsAbove", coalesce(sum(revenue) filter (${isAbove}), 0) as "revenueAbove"
          from ${scored} where abs(score - ${edge}) <= $1::double`,
        values: [String(within)],
      },
      options,
    );
    edges.push({ cut, lower: model.bands[index]!.id, upper: model.bands[index + 1]!.id, ...counted! });
  }
  return { asOf, within, edges };
}
