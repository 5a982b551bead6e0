import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

// What the benchmarks run on: made once by DuckDB from row numbers alone, so that it is the same on every machine, and kept below the
// temporary folder of the system.
const folder = join(tmpdir(), 'plumbline-bench');

/** A number in [0, 1) that follows from the row number `i` and the draw's own number. */
const draw = (nth: number) => `((hash(i * 1009 + ${nth}) % 1000003) / 1000003.0)`;

const words = (nth: number, ...choices: string[]) =>
  `(['${choices.join("', '")}'])[1 + (hash(i * 1009 + ${nth}) % ${choices.length})::int]`;

/** The 20 columns of the account file: name, type as Plumbline names it, and the SQL of a clean value as text. */
export const csvColumns = [
  ['account_id', 'text', `lpad(i::varchar, 9, '0')`],
  ['name', 'text', `${words(1, 'Amber', 'Birch', 'Cobalt', 'Delta', 'Fjord')} || ' ' || i || ${words(2, ' GmbH', ' Ltd', ', Inc.')}`],
  ['industry', 'text', words(3, 'Software', 'Retail', 'Logistics', 'Finance', 'Healthcare')],
  ['size', 'text', words(4, 'Small', 'Mid-market', 'Enterprise')],
  ['owner', 'text', words(5, 'Aino Byrne', 'Hugo Costa', 'Ines Weber', 'Keiko Brandt')],
  ['started_on', 'date', `(date '2019-01-01' + (${draw(6)} * 2600)::int)::varchar`],
  ['renewal_on', 'date', `(date '2026-10-01' + (${draw(7)} * 720)::int)::varchar`],
  ['seen_at', 'timestamp', `(timestamp '2026-09-01 00:00:00' + to_seconds((${draw(8)} * 2500000)::bigint))::varchar`],
  ['is_partner', 'boolean', words(9, 'true', 'false')],
  ['licensed_users', 'number', `(${draw(10)} * 500)::int::varchar`],
  ['active_users', 'number', `(${draw(11)} * 400)::int::varchar`],
  ['core_features', 'number', `(${draw(12)} * 12)::int::varchar`],
  ['sessions', 'number', `(${draw(13)} * 9000)::int::varchar`],
  ['session_minutes', 'number', `round(${draw(14)} * 40, 2)::varchar`],
  ['tickets', 'number', `(${draw(15)} * 9)::int::varchar`],
  ['resolution_hours', 'number', `round(${draw(16)} * 90, 1)::varchar`],
  ['csat', 'number', `round(1 + ${draw(17)} * 4, 2)::varchar`],
  ['nps', 'number', `(${draw(18)} * 10)::int::varchar`],
  ['days_late', 'number', `(${draw(19)} * 45 - 10)::int::varchar`],
  ['annual_revenue', 'number', `round(${draw(20)} * 250000, 2)::varchar`],
] as const;

/** Path of a CSV file of accounts with the 20 columns of `csvColumns`; `badShare` of the cells that are not text do not convert. */
export function csvFile(rows: number, badShare: 0 | 0.01): Promise<string> {
  const cells = csvColumns.map(([name, type, clean], nth) => {
    const soiled =
      badShare > 0 && type !== 'text' ? `case when ${draw(100 + nth)} < ${badShare} then 'n/k ' || i else ${clean} end` : clean;
    return `${soiled} as ${name}`;
  });
  return made(
    `accounts-${rows}-${badShare === 0 ? 'clean' : 'bad'}.csv`,
    `select ${cells.join(', ')} from range(${rows}) t(i)`,
    'format csv, header',
  );
}

/** Path of a Parquet file of dated events (account_id, event_date, kind, amount, minutes) over the two years to 2026-09-30, in no order. */
export function eventFile(events: number, accounts: number): Promise<string> {
  const account = `lpad((hash(i * 1009 + 1) % ${accounts})::varchar, 9, '0')`;
  return made(
    `events-${events}-${accounts}.parquet`,
    `select ${account} as account_id, date '2024-10-01' + (${draw(2)} * 730)::int as event_date, ${words(3, 'login', 'export', 'report', 'api')} as kind,
      round(${draw(4)} * 100, 2) as amount, round(${draw(5)} * 30, 1) as minutes from range(${events}) t(i)`,
    'format parquet',
  );
}

/** Path of a Parquet file of the accounts the events belong to (account_id, name, started_on). */
export function accountFile(accounts: number): Promise<string> {
  return made(
    `event-accounts-${accounts}.parquet`,
    `select lpad(i::varchar, 9, '0') as account_id, 'Account ' || i as name, date '2021-01-01' + (${draw(6)} * 1300)::int as started_on from range(${accounts}) t(i)`,
    'format parquet',
  );
}

/** Path of a Parquet file of accounts with `metrics` metrics m1, m2 ... of 0..100, of which one in ten is missing. */
export function metricFile(rows: number, metrics: number): Promise<string> {
  return made(`metrics-${rows}-${metrics}.parquet`, metricsSelect(rows, metrics), 'format parquet');
}

/** SQL of an observations table: account_id, as_of, revenue and `metrics` metrics m1, m2 ... of 0..100, of which one in ten is missing. */
export function metricsSelect(rows: number, metrics: number): string {
  const columns = Array.from(
    { length: metrics },
    (_, nth) => `case when ${draw(200 + nth)} >= 0.1 then round(${draw(nth)} * 100, 3)::double end as m${nth + 1}`,
  );
  return `select lpad(i::varchar, 9, '0') as account_id, date '2026-09-30' as as_of, (${draw(300)} * 250000)::double as revenue, ${columns.join(', ')} from range(${rows}) t(i)`;
}

/** Path of a Parquet file of accounts: account_id, as_of, revenue and the metrics of `metricsSelect`. */
export function bookFile(accounts: number, metrics: number): Promise<string> {
  return made(`book-${accounts}-${metrics}.parquet`, metricsSelect(accounts, metrics), 'format parquet');
}

async function made(name: string, select: string, format: string): Promise<string> {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
  const connection = await instance.connect();
  const underway = `${path}.${process.pid}`;
  await connection.run(`copy (${select}) to '${underway.replaceAll("'", "''")}' (${format})`);
  connection.closeSync();
  instance.closeSync();
  await rename(underway, path);
  return path;
}
