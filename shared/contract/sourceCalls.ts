import { z } from 'zod';
import { identifier } from '../model/identifier.ts';
import { columnType, dateOrder, importPlan, importWishes, source } from '../model/source.ts';
import { call } from './call.ts';
import { openStudy } from './studyCalls.ts';

/** A cell as it crosses the boundary: dates are ISO text, numbers finite. */
export const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cell>;

const page = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(10_000).default(100) };

/** What the file says of one column, before anything is imported. */
export const columnFinding = z.strictObject({
  name: z.string(),
  header: z.string(),
  type: columnType,
  /** Why this type was proposed, in words. */
  because: z.string(),
  samples: z.array(z.string().nullable()),
  /** Of the sampled cells: how many are filled, and how many would not convert to the type. */
  filled: z.number().int(),
  unconvertible: z.number().int(),
  /** A first cell that would not convert. */
  unconvertibleExample: z.string().nullable(),
  /** Both orders fit every date seen; the analyst has to say. */
  ambiguousDates: z.array(dateOrder).nullable(),
});
export type ColumnFinding = z.infer<typeof columnFinding>;

export const inspection = z.strictObject({
  path: z.string(),
  bytes: z.number().int(),
  plan: importPlan,
  sheets: z.array(z.string()),
  columns: z.array(columnFinding),
  /** The first records as text, in column order. */
  sample: z.array(z.array(z.string().nullable())),
  sampledRecords: z.number().int(),
  /** Sentences the analyst should read before importing. */
  notices: z.array(z.string()),
});
export type Inspection = z.infer<typeof inspection>;

export const reject = z.strictObject({
  kind: z.enum(['row', 'cell']),
  record: z.number().int().nullable(),
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
});
export type Reject = z.infer<typeof reject>;

const count = z.number().int().min(0);

/** Rows of a source's file = loaded + rejected; rejected = broken in the file + incomplete. */
export const rowCounts = z.strictObject({
  source: identifier,
  records: count,
  loaded: count,
  rejected: count,
  /** Cells of loaded rows that did not convert and are missing. */
  unconverted: count,
  broken: count,
  /** Rows without a key or date that the definition needs, each counted once, by the first such column. */
  incomplete: z.array(z.strictObject({ column: z.string(), rows: count })),
});
export type RowCounts = z.infer<typeof rowCounts>;

export const columnProfile = z.strictObject({
  name: z.string(),
  type: columnType,
  rows: z.number().int(),
  missing: z.number().int(),
  distinct: z.number().int(),
  /** As text: ISO dates, plain numbers. */
  min: z.string().nullable(),
  max: z.string().nullable(),
  /** Numbers only: 5, 25, 50, 75, 95 %. */
  quantiles: z.array(z.number()).nullable(),
  mean: z.number().nullable(),
  top: z.array(z.strictObject({ value: z.string(), count: z.number().int() })),
  histogram: z.array(z.strictObject({ from: z.number(), to: z.number(), count: z.number().int() })),
  constant: z.boolean(),
  /** Sentences: why a second look is due. */
  suspicious: z.array(z.string()),
});
export type ColumnProfile = z.infer<typeof columnProfile>;

export const table = z.strictObject({
  columns: z.array(z.strictObject({ name: z.string(), type: columnType })),
  rows: z.array(z.array(cell)),
  total: z.number().int(),
});
export type Table = z.infer<typeof table>;

const sourceId = z.strictObject({ source: identifier });

export const sourceCalls = {
  'inspect-file': call({
    says: 'Reads the beginning of a file and proposes how to import it; nothing is changed.',
    input: z.strictObject({ path: z.string().min(1), plan: importWishes.optional() }),
    output: inspection,
    progress: true,
    example: { path: 'exports/accounts.csv' },
  }),
  'import-source': call({
    says: 'Imports a file as a source. An existing source is refreshed with its stored plan unless another is given.',
    input: z.strictObject({
      path: z.string().min(1),
      as: identifier,
      name: z.string().optional(),
      plan: importPlan.optional(),
      exportedOn: z.string().optional(),
    }),
    /** `rows`: as the definition now stands. `notices`: sentences about what was found in the file, new columns for one. */
    output: z.strictObject({ source, rows: rowCounts, open: openStudy, notices: z.array(z.string()) }),
    progress: true,
    example: { path: 'exports/accounts.csv', as: 'accounts' },
  }),
  'count-rows': call({
    says: 'Rows of every source: in the file = loaded + rejected (broken, or without a key or date the definition needs), and cells that are missing.',
    input: z.strictObject({}),
    output: z.strictObject({ sources: z.array(rowCounts) }),
    progress: false,
    example: {},
  }),
  'list-rejects': call({
    says: 'Rejected rows and unconverted cells of a source, with line, column, value and reason.',
    input: sourceId.extend({ ...page, kind: z.enum(['row', 'cell']).optional() }),
    output: z.strictObject({ total: z.number().int(), rejects: z.array(reject) }),
    progress: false,
    example: { source: 'accounts' },
  }),
  'profile-source': call({
    says: 'Missing share, distinct values, range, quantiles and top values of columns of a source.',
    input: sourceId.extend({ columns: z.array(z.string()).optional() }),
    output: z.strictObject({ columns: z.array(columnProfile) }),
    progress: true,
    example: { source: 'accounts', columns: ['industry'] },
  }),
  'list-rows': call({
    says: 'A page of the rows of a source.',
    input: sourceId.extend({
      ...page,
      orderBy: z.string().optional(),
      descending: z.boolean().default(false),
      search: z.string().optional(),
      where: z.string().optional(),
    }),
    output: table,
    progress: false,
    example: { source: 'accounts', limit: 20 },
  }),
  'remove-source': call({
    says: 'Takes a source out of the study; it can be brought back until the study closes.',
    input: sourceId,
    output: openStudy,
    progress: false,
    example: { source: 'accounts' },
  }),
  'restore-source': call({
    says: 'Brings a removed source back.',
    input: sourceId,
    output: openStudy,
    progress: false,
    example: { source: 'accounts' },
  }),
  'export-rejects': call({
    says: 'Writes the rejected rows and unconverted cells of a source to a file (CSV, Parquet or XLSX by its ending).',
    input: sourceId.extend({ path: z.string().min(1) }),
    output: z.strictObject({ path: z.string(), rows: z.number().int() }),
    progress: true,
    example: { source: 'accounts', path: 'rejects.csv' },
  }),
};
