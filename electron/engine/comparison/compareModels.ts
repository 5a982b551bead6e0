import { modelDifferences } from '../../../shared/comparison/modelDifferences.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { ScoreOutline, ShiftedBook } from '../../../shared/contract/shiftedBook.ts';
import { withheldBand } from '../../../shared/scoring/bandOf.ts';
import { scoreEdges } from '../../../shared/scoring/scoreEdges.ts';
import { binSql } from '../scoring/binSql.ts';
import type { ComparedBook } from './ComparedBook.ts';
import type { Side } from './pairScores.ts';

/** Accounts of a segment that share a bin before, a bin after, or the bands before and after. */
interface Cell {
  kind: 'before' | 'after' | 'bands';
  segment: string;
  before: string | null;
  after: string | null;
  bin: number | null;
  accounts: number;
  revenue: number;
  /** Sum of the scores in the bin. */
  points: number | null;
}

/** Two models on one book, exactly. Revenue counts as 0 where it is unknown. */
export async function compareModels(book: ComparedBook): Promise<CallOutput<'compare-models'>> {
  const { observations, asOf, baseline, draft, frame, segments, notes } = book;
  const edges = { before: scoreEdges(baseline.model ?? frame), after: scoreEdges(draft.model ?? frame) };
  const cells = await cellsOf(book, edges);
  const shifted = (own: readonly Cell[]) => ({
    outline: baseline.hasScores ? outlineOf(edges.before, own) : null,
    book: shiftedBookOf(edges.after, baseline, draft, own),
  });
  const whole = book.segment === null ? cells : cells.filter(({ segment }) => segment === book.segment);
  const nameOf = (metric: string) => observations.definition.metrics.find(({ id }) => id === metric)?.name ?? metric;
  return {
    asOf,
    asOfDates: observations.asOfDates,
    currency: observations.definition.account?.currency ?? null,
    baseline: describeSide(baseline, frame.cuts),
    draft: describeSide(draft, frame.cuts),
    ...shifted(whole),
    segments: segments.map(({ id, name }) => ({ id, name, ...shifted(cells.filter(({ segment }) => segment === id)) })),
    differences: baseline.model && draft.model ? modelDifferences(baseline.model, draft.model, nameOf) : [],
    notes,
  };
}

/** A side as it crosses the boundary. */
function describeSide({ scorer: { name, kind }, model, bands }: Side, frameCuts: readonly number[]) {
  return {
    ...{ name, kind },
    bands: bands.map(({ id, name, colour, shape }) => ({ id, name, colour, shape })),
    cuts: [...(model?.cuts ?? frameCuts)],
  };
}

async function cellsOf({ database, rows, options }: ComparedBook, edges: Record<'before' | 'after', readonly number[]>): Promise<Cell[]> {
  const counted = `cast(count(*) as integer) as accounts, coalesce(sum(revenue), 0) as revenue`;
  return database.rows<Cell>(
    {
      text: `with paired as (select *, ${binSql(edges.before, 'before_score')} as before_bin, ${binSql(edges.after, 'after_score')} as after_bin
          from ${rows})
        select case when grouping(before_band) = 0 then 'bands' when grouping(before_bin) = 0 then 'before' else 'after' end as kind,
          segment, before_band as before, after_band as after, coalesce(before_bin, after_bin) as bin, ${counted},
          case when grouping(before_bin) = 0 then sum(before_score) else sum(after_score) end as points
        from paired
        group by grouping sets ((segment, before_band, after_band), (segment, before_bin), (segment, after_bin))`,
    },
    options,
  );
}

function outlineOf(edges: number[], cells: readonly Cell[]): ScoreOutline {
  const { accounts, revenue, mean } = distribution(edges, cells, 'before');
  return { edges, accounts, revenue, mean };
}

function shiftedBookOf(edges: number[], baseline: Side, draft: Side, cells: readonly Cell[]): ShiftedBook {
  const moved = cells.filter(({ kind }) => kind === 'bands');
  const { accounts, revenue, mean } = distribution(edges, cells, 'after');
  const [before, after] = [idsOf(baseline), idsOf(draft)];
  const matrix = (value: (cell: Cell) => number) =>
    before.map((from) =>
      after.map((to) => moved.filter((cell) => cell.before === from && cell.after === to).reduce((sum, cell) => sum + value(cell), 0)),
    );
  return {
    accounts: moved.reduce((sum, cell) => sum + cell.accounts, 0),
    revenue: moved.reduce((sum, cell) => sum + cell.revenue, 0),
    edges,
    binAccounts: accounts,
    binRevenue: revenue,
    migrationAccounts: matrix((cell) => cell.accounts),
    migrationRevenue: matrix((cell) => cell.revenue),
    mean,
  };
}

function idsOf({ bands }: Side): string[] {
  return [...bands.map(({ id }) => id), withheldBand];
}

function distribution(edges: readonly number[], cells: readonly Cell[], kind: 'before' | 'after') {
  const accounts = Array<number>(edges.length - 1).fill(0);
  const revenue = Array<number>(edges.length - 1).fill(0);
  let scored = 0;
  let points = 0;
  for (const cell of cells) {
    if (cell.kind !== kind || cell.bin === null) continue;
    accounts[cell.bin]! += cell.accounts;
    revenue[cell.bin]! += cell.revenue;
    scored += cell.accounts;
    points += cell.points ?? 0;
  }
  return { accounts, revenue, mean: scored === 0 ? null : points / scored };
}
