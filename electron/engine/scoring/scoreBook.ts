import type { BandShare, ScoredBook } from '../../../shared/contract/scoringCalls.ts';
import { baseSegment, baseSegmentName, withheldBand } from '../../../shared/scoring/bandOf.ts';
import { scoreEdges } from '../../../shared/scoring/scoreEdges.ts';
import type { Book } from './Book.ts';
import { binSql } from './binSql.ts';

interface Cell {
  segment: string;
  band: string;
  accounts: number;
  revenue: number;
  points: number | null;
  certain: number;
}

/** The scored book in numbers. Revenue counts as 0 where it is unknown. */
export async function scoreBook(book: Book): Promise<ScoredBook> {
  const { database, observations, model, asOf, scored, options } = book;
  const cells = await database.rows<Cell>(
    {
      text: `select segment, band, cast(count(*) as integer) as accounts, coalesce(sum(revenue), 0) as revenue, sum(score) as points,
          cast(count(*) filter (band_certain) as integer) as certain from ${scored} group by segment, band`,
    },
    options,
  );
  const [middle] = await database.rows<{ median: number | null }>({ text: `select median(score) as median from ${scored}` }, options);
  const bins = await histogram(book);
  const absence = observations.absences.find((one) => one.asOf === asOf);
  const bandIds = [...model.bands.map(({ id }) => id), withheldBand];
  const segments = [...model.segments.map(({ id, name }) => ({ id, name })), { id: baseSegment, name: baseSegmentName(model) }];
  const withheld = total(cells.filter(({ band }) => band === withheldBand)).accounts;
  return {
    asOf,
    asOfDates: observations.asOfDates,
    model: { id: model.id, name: model.name },
    ...total(cells),
    currency: observations.definition.account?.currency ?? null,
    mean: meanOf(cells),
    median: middle!.median,
    withheld,
    bandCertain: cells.reduce((sum, { certain }) => sum + certain, 0),
    histogram: bins.whole,
    bands: bandShares(bandIds, cells),
    segments: segments.map(({ id, name }) => {
      const own = cells.filter(({ segment }) => segment === id);
      return { id, name, ...total(own), mean: meanOf(own), bands: bandShares(bandIds, own), histogram: bins.of(id) };
    }),
    exclusions: observations.definition.population.map(({ id, name }) => ({ id, name, accounts: absence?.excluded[id] ?? 0 })),
  };
}

function total(cells: readonly Pick<Cell, 'accounts' | 'revenue'>[]): { accounts: number; revenue: number } {
  return {
    accounts: cells.reduce((sum, { accounts }) => sum + accounts, 0),
    revenue: cells.reduce((sum, { revenue }) => sum + revenue, 0),
  };
}

function meanOf(cells: readonly Cell[]): number | null {
  const scored = cells.filter(({ band }) => band !== withheldBand);
  const { accounts } = total(scored);
  return accounts === 0 ? null : scored.reduce((sum, { points }) => sum + (points ?? 0), 0) / accounts;
}

function bandShares(bands: readonly string[], cells: readonly Cell[]): BandShare[] {
  return bands.map((band) => ({ band, ...total(cells.filter((cell) => cell.band === band)) }));
}

/** Bins of one point over 0..100, parted where a cut lies inside one; 100 belongs to the last. `of` gives a segment's part of each. */
async function histogram({ database, model, scored, options }: Book) {
  const edges = scoreEdges(model);
  const bins = await database.rows<{ segment: string; bin: number; accounts: number; revenue: number }>(
    {
      text: `select segment, ${binSql(edges, 'score')} as bin, cast(count(*) as integer) as accounts, coalesce(sum(revenue), 0) as revenue
        from ${scored} where score is not null group by all`,
    },
    options,
  );
  const inBin = (index: number, segment?: string) =>
    total(bins.filter((one) => one.bin === index && (segment === undefined || one.segment === segment)));
  const places = edges.slice(0, -1);
  return {
    whole: places.map((from, index) => ({ from, to: edges[index + 1]!, ...inBin(index) })),
    of: (segment: string) => places.map((_, index) => inBin(index, segment)),
  };
}
