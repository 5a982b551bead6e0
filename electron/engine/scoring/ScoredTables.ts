import { Failure } from '../../../shared/failure.ts';
import { leavesOf, type Model } from '../../../shared/model/model.ts';
import { scoreSelect } from '../../../shared/scoring/scoreSelect.ts';
import { printDuckdb } from '../../../shared/sql/printDuckdb.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { type NamedSql, table } from '../../../shared/sql/select.ts';
import { binary, column, date, type Sql } from '../../../shared/sql/sql.ts';
import type { Database, RunOptions } from '../database/Database.ts';
import type { ObservationTable } from '../observations/ObservationTable.ts';
import type { ProofPart, ProofSet } from '../proof/proofSet.ts';
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
 * Scored books, one table per (observations, model, as-of date or proof set): account_id, account_name, owner, revenue, renewal_date and the columns
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
  use<Value>(
    observations: ObservationTable,
    model: Model,
    asOf: string,
    options: RunOptions,
    use: (scored: string) => Promise<Value>,
  ): Promise<Value> {
    const query = () =>
      scoreQuery(model, observations, { from: observations.table, where: binary('=', column('as_of'), date(asOf)), keep: same(kept) });
    return this.#use(fingerprintOf({ observations: observations.fingerprint, model, asOf }), query, options, use);
  }

  /** The same for a part of a proof set, over all its dates; `as_of` tells the rows of an account apart. */
  useProof<Value>(
    { observations, outcome, conditions }: ProofSet,
    part: ProofPart,
    model: Model,
    options: RunOptions,
    use: (scored: string) => Promise<Value>,
  ): Promise<Value> {
    const rows = `select * from ${quoteIdentifier(observations.table)} where ${conditions[part]}`;
    const query = () =>
      `with proof_rows as (${rows})\n${scoreQuery(model, observations, { from: 'proof_rows', where: null, keep: same([...kept, 'as_of']) })}`;
    return this.#use(fingerprintOf({ observations: observations.fingerprint, model, outcome: outcome.id, part }), query, options, use);
  }

  async #use<Value>(key: string, query: () => string, options: RunOptions, use: (scored: string) => Promise<Value>): Promise<Value> {
    const scored = this.#tables.get(key) ?? this.#score(key, query(), options);
    this.#tables.delete(key);
    this.#tables.set(key, scored);
    scored.users += 1;
    try {
      await scored.ready;
      return await use(quoteIdentifier(scored.name));
    } catch (error) {
      // Another call was making the table and was cancelled; this one was not.
      const othersCancel = error instanceof Failure && error.code === 'cancelled' && !options.signal?.aborted;
      if (othersCancel && this.#tables.get(key) !== scored) return await this.#use(key, query, options, use);
      throw error;
    } finally {
      scored.users -= 1;
      await this.#dropIdle();
    }
  }

  #score(key: string, query: string, options: RunOptions): Scored {
    this.#made += 1;
    const name = `scored_${this.#made}`;
    const ready = this.#database.run({ text: `create table ${quoteIdentifier(name)} as\n${query}` }, options);
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

function scoreQuery(
  model: Model,
  observations: ObservationTable,
  { from, where, keep }: { from: string; where: Sql | null; keep: readonly NamedSql[] },
): string {
  const known = new Set(observations.definition.metrics.map(({ id }) => id));
  for (const { metric } of leavesOf(model.dimensions)) if (!known.has(metric)) throw new Failure('metric-unknown', { metric });
  return printDuckdb(scoreSelect(model, { from: table(from), where, keep, columnOf: observationColumns(observations) }));
}

const same = (names: readonly string[]): NamedSql[] => names.map((name) => ({ name, sql: column(name) }));
