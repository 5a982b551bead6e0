import { Failure } from '../../../shared/failure.ts';
import type { Model } from '../../../shared/model/model.ts';
import { scoreSelect } from '../../../shared/scoring/scoreSelect.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { table } from '../../../shared/sql/select.ts';
import { binary, column, date } from '../../../shared/sql/sql.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import { fingerprintOf } from '../study/fingerprintOf.ts';
import { observationColumns } from './observationColumns.ts';

/** Columns of an observation that stand beside its score. */
const kept = ['account_id', 'account_name', 'owner', 'revenue', 'renewal_date'];

/** Tables nobody uses that are kept for the next call: the same book is asked for again and again while it is looked at. */
const mostIdle = 4;

interface Scored {
  name: string;
  ready: Promise<unknown>;
  users: number;
}

/**
 * Scored books, one table per (observations, model, as-of date): account_id, account_name, owner, revenue, renewal_date and the columns
 * of `scoreSelect`. A few are kept; the longest unused goes first.
 */
export class ScoredTables {
  static readonly #ofDatabase = new WeakMap<Database, ScoredTables>();
  readonly #database: Database;
  readonly #tables = new Map<string, Scored>();
  #made = 0;

  private constructor(database: Database) {
    this.#database = database;
  }

  static of(database: Database): ScoredTables {
    const known = ScoredTables.#ofDatabase.get(database) ?? new ScoredTables(database);
    ScoredTables.#ofDatabase.set(database, known);
    return known;
  }

  /**
   * Scores the book of one as-of date unless that is done already, and keeps its table (the quoted name) while `use` runs.
   * @throws Failure `model-invalid`, `metric-unknown`, `name-unknown`, `expression-invalid`, `cancelled`
   */
  async use<Value>(
    observations: ObservationTable,
    model: Model,
    asOf: string,
    options: RunOptions,
    use: (scored: string) => Promise<Value>,
  ): Promise<Value> {
    const key = fingerprintOf({ observations: observations.fingerprint, model, asOf });
    const scored = this.#tables.get(key) ?? this.#score(key, observations, model, asOf, options);
    this.#tables.delete(key);
    this.#tables.set(key, scored);
    scored.users += 1;
    try {
      await scored.ready;
      return await use(quoteIdentifier(scored.name));
    } catch (error) {
      // Another call was making the table and was cancelled; this one was not.
      const othersCancel = error instanceof Failure && error.code === 'cancelled' && !options.signal?.aborted;
      if (othersCancel && this.#tables.get(key) !== scored) return await this.use(observations, model, asOf, options, use);
      throw error;
    } finally {
      scored.users -= 1;
      await this.#dropIdle();
    }
  }

  #score(key: string, observations: ObservationTable, model: Model, asOf: string, options: RunOptions): Scored {
    this.#made += 1;
    const name = `scored_${this.#made}`;
    const select = scoreSelect(model, {
      from: table(observations.table),
      where: binary('=', column('as_of'), date(asOf)),
      columnOf: observationColumns(observations),
      keep: kept.map((name) => ({ name, sql: column(name) })),
    });
    const ready = this.#database.run({ text: `create table ${quoteIdentifier(name)} as\n${printDuckdb(select)}` }, options);
    ready.catch(() => this.#tables.delete(key));
    return { name, ready, users: 0 };
  }

  async #dropIdle(): Promise<void> {
    const idle = [...this.#tables].filter(([, { users }]) => users === 0);
    for (const [key, { name }] of idle.slice(0, Math.max(0, idle.length - mostIdle))) {
      this.#tables.delete(key);
      await this.#database.run({ text: `drop table if exists ${quoteIdentifier(name)}` });
    }
  }
}
