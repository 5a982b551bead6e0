import { type DuckDBConnection, DuckDBInstance, type DuckDBMaterializedResult } from '@duckdb/node-api';
import type { CancelSignal } from '../../../shared/contract/call.ts';
import { Failure } from '../../../shared/failure.ts';
import { failureFromDuckDb } from './failureFromDuckDb.ts';
import type { Query } from './query.ts';

export interface DatabaseOptions {
  /** Absolute; DuckDB spills here. */
  temporaryDirectory: string;
  /** Absolute folders whose files may be read and written; everything else is refused once open. */
  allowedDirectories: string[];
  /** Absolute single files that may be read. */
  allowedPaths?: string[];
  /** DuckDB's spelling: "4GB". */
  memoryLimit?: string;
  threads?: number;
}

export interface RunOptions {
  signal?: CancelSignal | undefined;
  /** Called with 0..1 while the statement runs, when DuckDB can tell. */
  onShare?: ((share: number) => void) | undefined;
}

const interruptEveryMs = 20;
const progressEveryMs = 150;
const connectionsWithProgress = 8;

/** A locked, in-memory DuckDB without network, extensions or files outside its folders. One connection per running statement. */
export class Database {
  readonly #instance: DuckDBInstance;
  readonly #idle: DuckDBConnection[];
  readonly #busy = new Set<Promise<unknown>>();
  #closed = false;

  private constructor(instance: DuckDBInstance, idle: DuckDBConnection[]) {
    this.#instance = instance;
    this.#idle = idle;
  }

  static async open(options: DatabaseOptions): Promise<Database> {
    const instance = await DuckDBInstance.create(':memory:', {
      autoload_known_extensions: 'false',
      autoinstall_known_extensions: 'false',
      allow_community_extensions: 'false',
      allow_persistent_secrets: 'false',
      extension_directory: options.temporaryDirectory,
      secret_directory: options.temporaryDirectory,
      temp_directory: options.temporaryDirectory,
      ...(options.memoryLimit ? { memory_limit: options.memoryLimit } : {}),
      ...(options.threads ? { threads: String(options.threads) } : {}),
    });
    // Progress can only be asked for connection by connection, and not once the configuration is locked.
    const connections = await Promise.all(Array.from({ length: connectionsWithProgress }, () => instance.connect()));
    for (const connection of connections) {
      await connection.run('set enable_progress_bar = true');
      await connection.run('set enable_progress_bar_print = false');
    }
    const list = (paths: string[]) => `[${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}]`;
    for (const text of [
      `set timezone = 'UTC'`,
      `set allowed_directories = ${list(options.allowedDirectories)}`,
      `set allowed_paths = ${list(options.allowedPaths ?? [])}`,
      'set enable_external_access = false',
      'set lock_configuration = true',
    ])
      await connections[0]!.run(text);
    return new Database(instance, connections);
  }

  /** Runs a statement and keeps nothing of its result but the number of rows it changed. */
  async run(query: Query, options: RunOptions = {}): Promise<number> {
    const result = await this.#execute(query, options, (done) => done);
    return Number(result.rowsChanged);
  }

  /** Small results as objects: dates and big numbers as JavaScript values. Not for whole columns. */
  rows<Row = Record<string, unknown>>(query: Query, options: RunOptions = {}): Promise<Row[]> {
    return this.#execute(query, options, (result) => result.getRowObjectsJS() as Promise<Row[]>);
  }

  /** The whole result as it is, for typed column access by `fetchChunk`. */
  result<Value>(query: Query, options: RunOptions, take: (result: DuckDBMaterializedResult) => Promise<Value>): Promise<Value> {
    return this.#execute(query, options, take);
  }

  /** Interrupts what runs, waits for it, and closes. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#busy.size > 0) await Promise.allSettled([...this.#busy]);
    for (const connection of this.#idle.splice(0)) connection.closeSync();
    this.#instance.closeSync();
  }

  #execute<Value>(query: Query, options: RunOptions, take: (result: DuckDBMaterializedResult) => Value | Promise<Value>): Promise<Value> {
    const running = this.#executeOn(query, options, take);
    this.#busy.add(running);
    const forget = () => this.#busy.delete(running);
    running.then(forget, forget);
    return running;
  }

  async #executeOn<Value>(
    query: Query,
    { signal, onShare }: RunOptions,
    take: (result: DuckDBMaterializedResult) => Value | Promise<Value>,
  ): Promise<Value> {
    if (signal?.aborted || this.#closed) throw new Failure('cancelled');
    const connection = this.#idle.pop() ?? (await this.#instance.connect());
    let stop: ReturnType<typeof setInterval> | undefined;
    // An interrupt that arrives before the statement has started is lost, so it is repeated until the call settles.
    const cancelled = () => signal?.aborted || this.#closed;
    const watch = setInterval(() => {
      if (cancelled() && !stop) stop = setInterval(() => connection.interrupt(), interruptEveryMs);
    }, interruptEveryMs);
    const report = onShare && setInterval(() => onShare(Math.max(0, connection.progress.percentage) / 100), progressEveryMs);
    try {
      return await take(await connection.run(query.text, query.values));
    } catch (error) {
      throw cancelled() ? new Failure('cancelled') : failureFromDuckDb(error);
    } finally {
      clearInterval(watch);
      clearInterval(stop);
      clearInterval(report);
      this.#idle.push(connection);
    }
  }
}
