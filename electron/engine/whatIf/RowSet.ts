import type { DuckDBMaterializedResult } from '@duckdb/node-api';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { blockRows } from '../../../shared/whatIf/NodeSums.ts';
import { type NumericCurve, onLogScale, pointsFiller } from '../../../shared/whatIf/pointsFiller.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import { itemsOf } from '../database/itemsOf.ts';

/** Columns as they are held, by the type DuckDB computes them in. */
export interface ColumnTypes {
  real: Float32Array<ArrayBuffer>;
  double: Float64Array<ArrayBuffer>;
  usmallint: Uint16Array<ArrayBuffer>;
  uinteger: Uint32Array<ArrayBuffer>;
}
type ColumnType = keyof ColumnTypes;

/** A column of the rows: SQL over the observations table. Missing numbers become NaN; whole numbers must not be missing. */
export interface RowColumn<Type extends ColumnType = ColumnType> {
  type: Type;
  sql: string;
  /** Numbers only: what is held is not what the SQL gives, but what that earns by the curve. Takes half the time of a curve in SQL. */
  curve?: NumericCurve;
}

const arrays: { [Type in ColumnType]: (count: number) => ColumnTypes[Type] } = {
  real: (count) => new Float32Array(count),
  double: (count) => new Float64Array(count),
  usmallint: (count) => new Uint16Array(count),
  uinteger: (count) => new Uint32Array(count),
};

/** More rows than this answer by a sample of their accounts. */
export const mostRows = 2_000_000;

/** When and how rows are sampled. */
export interface Sampling {
  most?: number;
  /** SQL condition of rows that may be few and tell much: they have half of the sample, the others the other half, and each what is left of the other's. */
  rare?: string;
}

/** Rows of a table, those among them that are rare, and their revenue. */
interface Total {
  rows: number;
  rare: number;
  revenue: number;
}

/** A sample's draws, as a share of a million. */
const draws = 1_000_000;

/** Some observations of a table (not a view), their columns read once and kept in the order of the table. */
export class RowSet {
  /** Of the rows that are meant. */
  readonly total: Total;
  /** Rows that are held: fewer when they are a sample. */
  readonly count: number;
  /** Rows that one of those held stands for, among the rare ones and the others; 1 where all rows are held. */
  readonly each: { rare: number; others: number };
  /** SQL condition of the rows that are held. */
  readonly condition: string;
  readonly #database: Database;
  readonly #table: string;
  /** By type, SQL and curve; the longest unused first. */
  readonly #columns = new Map<string, ColumnTypes[ColumnType]>();

  private constructor(database: Database, table: string, condition: string, held: Total, total: Total) {
    this.#database = database;
    this.#table = table;
    this.condition = condition;
    this.count = held.rows;
    this.total = total;
    const per = (all: number, kept: number) => (kept === 0 ? 1 : all / kept);
    this.each = { rare: per(total.rare, held.rare), others: per(total.rows - total.rare, held.rows - held.rare) };
  }

  /** The rows of a table (its name) that satisfy an SQL condition; a sample of their accounts when there are more than `most`. */
  static async of(
    database: Database,
    table: string,
    condition: string,
    options: RunOptions,
    { most = mostRows, rare = 'false' }: Sampling = {},
  ): Promise<RowSet> {
    const totals = async (where: string): Promise<Total> => {
      const counts = `cast(count(*) as integer) as rows, cast(count(*) filter (where ${rare}) as integer) as rare`;
      const text = `select ${counts}, coalesce(sum(revenue), 0) as revenue from ${quoteIdentifier(table)} where ${where}`;
      const [total] = await database.rows<{ rows: number; rare: number; revenue: number }>({ text }, options);
      return total!;
    };
    const total = await totals(condition);
    if (total.rows <= most) return new RowSet(database, table, condition, total, total);
    const others = total.rows - total.rare;
    const rareHeld = Math.min(total.rare, Math.max(most / 2, most - others));
    const share = (held: number, of: number) => (of === 0 ? 0 : Math.floor((draws * held) / of));
    const [ofRare, ofOthers] = [share(rareHeld, total.rare), share(most - rareHeld, others)];
    const sampled = `${condition} and hash(account_id) % ${draws} < case when ${rare} then ${ofRare} else ${ofOthers} end`;
    return new RowSet(database, table, sampled, await totals(sampled), total);
  }

  /** Reads the columns that are not held yet, all of them in one pass over the table. @throws Failure `cancelled` */
  async read(wanted: readonly RowColumn[], options: RunOptions): Promise<void> {
    const columns = new Map(wanted.map((column) => [keyOf(column), column]));
    const missing = [...columns].filter(([key]) => !this.#columns.has(key));
    for (const key of columns.keys()) this.#touch(key);
    if (missing.length === 0) return;
    const list = missing.map(([, column], place) => `${selected(column)} as c${place}`);
    const text = `select ${list.join(', ')} from ${quoteIdentifier(this.#table)} where ${this.condition}`;
    const read = missing.map(([, { type, curve }]) => ({ column: arrays[type](this.count), write: curve ? earning(curve) : copying }));
    await this.#database.result({ text }, options, (result) => copyInto(read, result));
    for (const [place, [key]] of missing.entries()) this.#columns.set(key, read[place]!.column);
  }

  /** A column that was read. */
  column<Type extends ColumnType>(column: RowColumn<Type>): ColumnTypes[Type] {
    return this.#columns.get(keyOf(column)) as ColumnTypes[Type];
  }

  /** What its columns hold. */
  get bytes(): number {
    return [...this.#columns.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Forgets the columns that were not used for the longest time, until no more than `mostBytes` are held. */
  forget(mostBytes: number): void {
    let held = this.bytes;
    for (const [key, { byteLength }] of this.#columns) {
      if (held <= mostBytes) return;
      this.#columns.delete(key);
      held -= byteLength;
    }
  }

  /** All columns of the rows in some places, in no order. */
  async rowsAt(places: readonly number[], options: RunOptions): Promise<Record<string, unknown>[]> {
    if (places.length === 0) return [];
    await this.read([rowNumber], options);
    const numbers = this.column(rowNumber);
    const wanted = `select unnest([${places.map((place) => numbers[place]!).join(', ')}]::bigint[]) as "·wanted"`;
    const text = `select rows.* from ${quoteIdentifier(this.#table)} as rows semi join (${wanted}) on rows.rowid = "·wanted"`;
    return this.#database.rows({ text }, options);
  }

  /** The texts a column (SQL) holds, in order. */
  async distinct(sql: string, options: RunOptions): Promise<string[]> {
    const from = `${quoteIdentifier(this.#table)} where ${this.condition} and ${sql} is not null`;
    const rows = await this.#database.rows<{ name: string }>({ text: `select distinct ${sql} as name from ${from} order by 1` }, options);
    return rows.map(({ name }) => name);
  }

  #touch(key: string): void {
    const column = this.#columns.get(key);
    if (!column) return;
    this.#columns.delete(key);
    this.#columns.set(key, column);
  }
}

/** What DuckDB finds a row by at once; looking through a million accounts' keys takes ten times as long. */
export const rowNumber: RowColumn<'uinteger'> = { type: 'uinteger', sql: 'rowid' };

const keyOf = ({ type, sql, curve }: RowColumn) => `${type} ${sql}${curve ? ` ${JSON.stringify(curve)}` : ''}`;

function selected({ type, sql, curve }: RowColumn): string {
  const isNumber = type === 'real' || type === 'double';
  return isNumber ? `cast(coalesce(${sql}, 'nan'::double) as ${curve ? 'double' : type})` : `cast(${sql} as ${type})`;
}

type Column = ColumnTypes[ColumnType];

/** Writes what a vector of the result holds to a column, from a row on. */
type Write = (items: Column, column: Column, start: number) => void;

const copying: Write = (items, column, start) => column.set(items, start);

/** DuckDB's vectors have no more rows than a block. */
function earning(curve: NumericCurve): Write {
  const fill = pointsFiller(curve);
  const points = new Float64Array(blockRows);
  return (items, column, start) => {
    const values = items as Float64Array;
    fill(curve.log1p ? onLogScale(values) : values, points);
    column.set(points.subarray(0, values.length), start);
  };
}

async function copyInto(columns: readonly { column: Column; write: Write }[], result: DuckDBMaterializedResult): Promise<void> {
  let start = 0;
  let next = result.fetchChunk();
  for (let chunk = await next; chunk && chunk.rowCount > 0; chunk = await next) {
    // On its way while this one is written, which may fail.
    next = result.fetchChunk();
    next.catch(() => {});
    for (const [place, { column, write }] of columns.entries()) write(itemsOf<Column>(chunk.getColumnVector(place)), column, start);
    start += chunk.rowCount;
  }
}
