import { Failure } from '../../../shared/failure.ts';
import { type ImportPlan, importPlan } from '../../../shared/model/source.ts';
import { alignColumns, type PlacedColumn } from './alignColumns.ts';
import type { Layout, ReadContext } from './Layout.ts';
import { nameColumns } from './nameColumns.ts';
import { type Proposal, proposeColumns, readSample } from './proposeColumns.ts';

export interface CompletePlan {
  plan: ImportPlan;
  placed: PlacedColumn[];
  notices: string[];
}

/**
 * The plan for a file: the given one with columns that are new in the file added, or all proposed when there is none.
 * @throws Failure `column-vanished`, `date-order-unasked`
 */
export async function completePlan(
  layout: Layout,
  given: ImportPlan | undefined,
  { database, signal }: ReadContext,
): Promise<CompletePlan> {
  const nullSpellings = given?.nullSpellings ?? importPlan.shape.nullSpellings.parse(undefined);
  const { format, encoding, compressed, delimiter, quote, header, skipLines, sheet } = layout;
  const built = {
    format,
    encoding,
    compressed,
    delimiter,
    quote,
    header,
    skipLines,
    nullSpellings,
    ...(sheet === undefined ? {} : { sheet }),
  };
  const { placed, unknown } = alignColumns(layout.path, layout.headers, given?.columns ?? []);
  if (unknown.length === 0) return { plan: { ...built, columns: placed.map(({ plan }) => plan) }, placed, notices: [] };

  const named = nameColumns(
    layout.headers,
    given?.columns.map(({ name }) => name),
  );
  const sample = await readSample(database, layout.beginning, signal);
  const proposals = await proposeColumns(database, layout.beginning, sample, named.columns, nullSpellings, () => undefined, signal);
  const added = unknown.map((position) => ({ plan: decided(layout.path, proposals[position]!, given !== undefined), position }));
  const all = [...placed, ...added].sort((a, b) => (given ? 0 : a.position - b.position));
  const notices = given
    ? [`New in the file and added: ${added.map(({ plan }) => `${plan.name} (${plan.type})`).join(', ')}.`]
    : named.notices;
  return { plan: { ...built, columns: all.map(({ plan }) => plan) }, placed: all, notices };
}

/** A new column of a known source stays text when its dates could be either way round: a refresh does not ask. */
function decided(path: string, { plan, finding }: Proposal, isRefresh: boolean): PlacedColumn['plan'] {
  if (finding.ambiguousDates === null) return plan;
  if (isRefresh) return { ...plan, type: 'text' };
  throw new Failure('date-order-unasked', { file: path, column: plan.name, example: finding.samples.find((cell) => cell !== null) ?? '' });
}
