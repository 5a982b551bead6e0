import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Definition } from '../../../shared/model/definition.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import { Database, type RunOptions } from '../database/Database.ts';
import { unconvertedColumn } from '../import/unconvertedColumn.ts';
import { buildObservations } from '../observations/buildObservations.ts';
import type { PreparedSources } from '../observations/prepareSources.ts';
import { fingerprintOf } from './fingerprintOf.ts';
import type { StudyStore } from './StudyStore.ts';

/** The one table of observations: a row per account and as-of date. */
export interface ObservationTable {
  /** Changes whenever the rows do. */
  fingerprint: string;
  definition: Definition;
  /** Ascending. */
  asOfDates: string[];
  /** Name in the analysis database; docs/ARCHITECTURE.md lists its columns. */
  table: string;
  /** Account columns held as "account.<column>", with their type. */
  attributes: { column: string; type: string }[];
  /** Accounts outside their lifetime and excluded from the population, per as-of date. */
  absences: { asOf: string; outsideLifetime: number; excluded: Record<string, number> }[];
}

export interface ObservationOptions extends RunOptions {
  onStep?: ((share: number, step: string) => void) | undefined;
}

/** The locked database over the open study's sources, and the tables made from them. Every source is the view `source_<id>`. */
export class Analysis {
  readonly database: Database;
  readonly #store: StudyStore;
  #views = new Map<string, string>();
  #observations: { table: ObservationTable; prepared: PreparedSources } | null = null;
  #building: Promise<unknown> = Promise.resolve();

  private constructor(store: StudyStore, database: Database) {
    this.#store = store;
    this.database = database;
  }

  static async open(store: StudyStore, limits: { memoryLimit?: string | undefined; threads?: number | undefined }): Promise<Analysis> {
    const database = await Database.open({
      temporaryDirectory: join(store.path, '.work', 'spill'),
      allowedDirectories: [store.path],
      memoryLimit: limits.memoryLimit ?? `${Math.floor(totalmem() / 2 ** 20 / 2)}MB`,
      threads: limits.threads ?? availableParallelism(),
    });
    const analysis = new Analysis(store, database);
    await analysis.refreshSources();
    return analysis;
  }

  /** Makes the views follow the study's sources. To be called after every change of them. */
  async refreshSources(): Promise<void> {
    const wanted = new Map(this.#store.study.sources.map((source) => [source.id, source.data]));
    for (const id of this.#views.keys()) {
      if (wanted.has(id)) continue;
      await this.database.run({ text: `drop view if exists ${viewOf(id)}` });
      await this.database.run({ text: `drop view if exists ${numberedViewOf(id)}` });
    }
    for (const [id, data] of wanted) {
      if (this.#views.get(id) === data) continue;
      const file = quoteText(this.#store.resolve(data));
      const columns = `columns(lambda name: not list_contains([${quoteText(unconvertedColumn)}, 'file_row_number'], name))`;
      await this.database.run({ text: `create or replace view ${viewOf(id)} as select ${columns} from read_parquet(${file})` });
      await this.database.run({
        text: `create or replace view ${numberedViewOf(id)} as select ${columns}, file_row_number as "·row" from read_parquet(${file}, file_row_number = true)`,
      });
    }
    this.#views = wanted;
  }

  /** The observations as definition and sources now say; built when they are not there yet. @throws Failure `definition-incomplete`, `definition-invalid` */
  async observations(options: ObservationOptions = {}): Promise<ObservationTable> {
    return (await this.#built(options)).table;
  }

  /** The sources as the observations see them. */
  async preparedSources(options: ObservationOptions = {}): Promise<PreparedSources> {
    return (await this.#built(options)).prepared;
  }

  #built(options: ObservationOptions) {
    const next = this.#building.then(async () => {
      const { definition, sources } = this.#store.study;
      const fingerprint = fingerprintOf({
        definition,
        sources: sources.map(({ id, data, plan, exportedOn }) => ({ id, data, plan, exportedOn })),
      });
      if (this.#observations?.table.fingerprint !== fingerprint) {
        this.#observations = null;
        const { prepared, ...built } = await buildObservations(this.database, sources, definition, options);
        this.#observations = { table: { fingerprint, definition, ...built }, prepared };
      }
      return this.#observations;
    });
    this.#building = next.catch(() => {});
    return next;
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

const viewOf = (id: string) => quoteIdentifier(`source_${id}`);
/** The same rows with `·row`, their number in the file. */
const numberedViewOf = (id: string) => quoteIdentifier(`numbered_${id}`);
