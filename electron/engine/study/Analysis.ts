import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Definition } from '../../../shared/model/definition.ts';
import { quoteIdentifier } from '../../../shared/sql/quoteIdentifier.ts';
import { quoteText } from '../../../shared/sql/quoteText.ts';
import { Database } from '../database/Database.ts';
import { unconvertedColumn } from '../import/unconvertedColumn.ts';
import type { Absence, ObservationOptions, ObservationTable } from '../observations/ObservationTable.ts';
import { dropObservations, type Observations, observeDate, prepareObservations } from '../observations/observations.ts';
import type { PreparedSources } from '../observations/prepareSources.ts';
import { fingerprintOf } from './fingerprintOf.ts';
import type { StudyStore } from './StudyStore.ts';

interface Observed {
  fingerprint: string;
  definition: Definition;
  observations: Observations;
  edition: number;
  absences: Map<string, Absence>;
}

/** A call may still read the observations of the definition before the last change. */
const generationsKept = 2;

/** The locked database over the open study's sources, and the tables made from them. Every source is the view `source_<id>`. */
export class Analysis {
  readonly database: Database;
  readonly #store: StudyStore;
  #views = new Map<string, string>();
  /** Newest last. */
  #observed: Observed[] = [];
  #edition = 0;
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
      const columns = `columns(lambda name: name <> ${quoteText(unconvertedColumn)})`;
      await this.database.run({ text: `create or replace view ${viewOf(id)} as select ${columns} from read_parquet(${file})` });
      await this.database.run({
        text: `create or replace view ${numberedViewOf(id)} as select * exclude (file_row_number), file_row_number as "·row" from read_parquet(${file}, file_row_number = true)`,
      });
    }
    this.#views = wanted;
  }

  /**
   * The observations as definition and sources now say; a date is observed when it is first asked for.
   * @throws Failure `definition-incomplete`, `definition-invalid`, `expression-invalid`, `cancelled`
   */
  async observations(options: ObservationOptions = {}): Promise<ObservationTable> {
    const { fingerprint, definition, observations, edition, absences } = await this.#observe(options);
    const { parts, asOfDates, view, table } = observations;
    return {
      fingerprint,
      definition,
      asOfDates,
      table: view,
      base: table,
      edition,
      attributes: parts.attributes.map((column) => ({ column, type: parts.accounts.columns.get(column)! })),
      absences: asOfDates.flatMap((asOf) => absences.get(asOf) ?? []),
    };
  }

  /** The sources as the observations see them. */
  async preparedSources(options: ObservationOptions = {}): Promise<PreparedSources> {
    return (await this.#observe({ asOf: 'latest', ...options })).observations.parts.sources;
  }

  #observe(options: ObservationOptions): Promise<Observed> {
    const next = this.#building.then(async () => {
      const current = await this.#current(options);
      const { asOfDates, parts } = current.observations;
      const asked = options.asOf === 'latest' ? parts.latest : options.asOf;
      const due = asOfDates.filter((asOf) => (asked === undefined || asOf === asked) && !current.absences.has(asOf));
      for (const [index, asOf] of due.entries()) {
        options.onStep?.(index / due.length, `Observing ${asOf}`);
        current.absences.set(asOf, await observeDate(this.database, current.observations, asOf, options));
      }
      return current;
    });
    this.#building = next.catch(() => {});
    return next;
  }

  async #current(options: ObservationOptions): Promise<Observed> {
    const { definition, sources } = this.#store.study;
    const fingerprint = fingerprintOf({
      definition,
      sources: sources.map(({ id, data, plan, exportedOn }) => ({ id, data, plan, exportedOn })),
    });
    const newest = this.#observed.at(-1);
    if (newest?.fingerprint === fingerprint) return newest;
    const observations = await prepareObservations(this.database, sources, definition, fingerprint, options);
    const again = this.#observed.filter((one) => one.fingerprint !== fingerprint);
    this.#edition += 1;
    this.#observed = [...again, { fingerprint, definition, observations, edition: this.#edition, absences: new Map() }];
    while (this.#observed.length > generationsKept) await dropObservations(this.database, this.#observed.shift()!.observations);
    return this.#observed.at(-1)!;
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

const viewOf = (id: string) => quoteIdentifier(`source_${id}`);
/** The same rows with `·row`, their number in the file, and the texts that did not convert. */
const numberedViewOf = (id: string) => quoteIdentifier(`numbered_${id}`);
