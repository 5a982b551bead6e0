import { stat } from 'node:fs/promises';
import type { Inspection } from '../../../shared/contract/sourceCalls.ts';
import { type ImportPlan, importPlan } from '../../../shared/model/source.ts';
import { planByHeader } from './alignColumns.ts';
import type { Layout, ReadContext, Wanted } from './Layout.ts';
import { nameColumns } from './nameColumns.ts';
import { proposeColumns, readSample, recordsTried } from './proposeColumns.ts';
import { readLayout } from './readLayout.ts';

/** Reads the beginning of a file and proposes how to import it. What `wanted` says is kept. @throws the failures of `readLayout` */
export async function inspectFile(path: string, wanted: Wanted, context: ReadContext): Promise<Inspection> {
  const layout = await readLayout(path, wanted, context);
  const nullSpellings = wanted.nullSpellings ?? importPlan.shape.nullSpellings.parse(undefined);
  const { columns, notices } = nameColumns(layout.headers);
  const known = planByHeader(wanted.columns ?? []);
  const said = new Map(columns.map((column) => [column, known(column.header)]));
  const { database, signal } = context;
  const sample = await readSample(database, layout.beginning, signal);
  const proposals = await proposeColumns(database, layout.beginning, sample, columns, nullSpellings, (column) => said.get(column), signal);
  const { from, columns: cells } = layout.beginning;
  const [sampled] = await database.rows<{ count: number }>(
    {
      text: `select count(*)::integer as count from (select 1 from ${from.text} limit ${recordsTried(cells.length)})`,
      values: from.values ?? [],
    },
    { signal },
  );
  return {
    path,
    bytes: (await stat(path)).size,
    plan: planOf(
      layout,
      nullSpellings,
      proposals.map(({ plan }) => plan),
    ),
    sheets: layout.sheets,
    columns: proposals.map(({ finding }) => finding),
    sample: sample.map((row) => [...row]),
    sampledRecords: sampled!.count,
    notices: [
      ...layout.notices,
      ...notices,
      ...(layout.fieldsOfFirst
        ? [`The fields are those of the first ${layout.fieldsOfFirst} records; one that first appears later is added at the import.`]
        : []),
    ],
  };
}

function planOf(layout: Layout, nullSpellings: string[], columns: ImportPlan['columns']): ImportPlan {
  const { format, encoding, compressed, delimiter, quote, header, skipLines, sheet } = layout;
  return {
    format,
    encoding,
    compressed,
    delimiter,
    quote,
    header,
    skipLines,
    nullSpellings,
    columns,
    ...(sheet === undefined ? {} : { sheet }),
  };
}
