import { z } from 'zod';
import { identifier } from './identifier.ts';
import { isoDate } from './isoDate.ts';

/** What a column's cells become. `money` and `percent` are numbers that remember their unit ("45%" is 45). */
export const columnType = z.enum(['text', 'number', 'money', 'percent', 'date', 'timestamp', 'boolean']);
export type ColumnType = z.infer<typeof columnType>;

/** How the day and month of an all-digits date are ordered. */
export const dateOrder = z.enum(['year-month-day', 'day-month-year', 'month-day-year']);
export type DateOrder = z.infer<typeof dateOrder>;

/** One column as the analyst confirmed it. Stored, and used again when the source is refreshed. */
export const columnPlan = z.strictObject({
  /** Header in the file, exactly as written. Blank and repeated headers are named `column_3`, `name_2`. */
  header: z.string(),
  /** Name in the study; unique in the source, case-insensitively. */
  name: z.string().min(1),
  type: columnType,
  /** False leaves the column out of the study. */
  keep: z.boolean().default(true),
  dateOrder: dateOrder.optional(),
  /** "," when numbers are written 1.234,50. */
  decimal: z.enum(['.', ',']).default('.'),
  /** ISO code or symbol of a money column. */
  currency: z.string().optional(),
});
export type ColumnPlan = z.infer<typeof columnPlan>;

export const fileFormat = z.enum(['csv', 'json', 'ndjson', 'parquet', 'xlsx']);
export type FileFormat = z.infer<typeof fileFormat>;

export const textEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'latin-1', 'windows-1252']);
export type TextEncoding = z.infer<typeof textEncoding>;

/** Everything needed to read a file again the same way. */
export const importPlan = z.strictObject({
  format: fileFormat,
  encoding: textEncoding.default('utf-8'),
  compressed: z.boolean().default(false),
  /** CSV only. Tab is "\t". */
  delimiter: z.string().length(1).default(','),
  quote: z.string().max(1).default('"'),
  header: z.boolean().default(true),
  /** Lines before the header that belong to no record. */
  skipLines: z.number().int().min(0).default(0),
  /** XLSX only. */
  sheet: z.string().optional(),
  /** Spellings of "no value", compared after trimming and ignoring case. The empty cell is always missing. */
  nullSpellings: z.array(z.string()).default(['NA', 'N/A', '#N/A', 'NULL', 'NaN', '-', '?']),
  columns: z.array(columnPlan),
});
export type ImportPlan = z.infer<typeof importPlan>;

/** What the analyst has decided of a plan before the file is read; what is left out is found in the file. No defaults: they would count as decided. */
export const importWishes = z.strictObject({
  format: fileFormat.optional(),
  encoding: textEncoding.optional(),
  compressed: z.boolean().optional(),
  delimiter: z.string().length(1).optional(),
  quote: z.string().max(1).optional(),
  header: z.boolean().optional(),
  skipLines: z.number().int().min(0).optional(),
  sheet: z.string().optional(),
  nullSpellings: z.array(z.string()).optional(),
  columns: z.array(columnPlan).optional(),
});
export type ImportWishes = z.infer<typeof importWishes>;

/** One local export as it was imported. Records in the file = loaded + rejected. */
export const source = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  original: z.strictObject({
    path: z.string(),
    bytes: z.number().int().min(0),
    modifiedAt: z.string(),
    sha256: z.string(),
  }),
  plan: importPlan,
  /** Path of the Parquet file below the study folder. */
  data: z.string(),
  /** Path of the Parquet file of broken records and unconverted cells (record, line, column, value, reason, kind); null when there are none. */
  rejects: z.string().nullable(),
  importedAt: z.string(),
  /** The day of the export: stated by the analyst, or else the file's own day. */
  exportedOn: isoDate,
  exportedOnStated: z.boolean().default(false),
  /** Line of the first record when every record stands on one line; else null. */
  firstLine: z.number().int().min(1).nullable().default(null),
  /** As the file was read: what the definition needs of a row is not looked at here (`count-rows` does). */
  counts: z.strictObject({
    records: z.number().int().min(0),
    loaded: z.number().int().min(0),
    rejected: z.number().int().min(0),
    unconverted: z.number().int().min(0),
  }),
});
export type Source = z.infer<typeof source>;
