import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, rm, stat, truncate } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { OpenStudy } from '../../../shared/contract/studyCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import { emptyDefinition } from '../../../shared/model/definition.ts';
import { issueIn } from '../../../shared/model/issueIn.ts';
import type { Source } from '../../../shared/model/source.ts';
import { type Study, schemaVersion, study as studySchema } from '../../../shared/model/study.ts';
import { diskFailure } from './diskFailure.ts';
import { folderNames } from './folderNames.ts';
import { lockStudy } from './lockStudy.ts';
import { readStudyFile } from './readStudyFile.ts';
import { sortedJson } from './sortedJson.ts';
import { writeFileAtomic } from './writeFileAtomic.ts';

/** The study on disk: study.json written atomically, data/ and .work/ beside it, one owner at a time. */
export class StudyStore {
  readonly path: string;
  #study: Study;
  #revision = 1;
  #recovered: string | null;
  readonly #removed = new Map<string, Source>();
  readonly #unlock: () => Promise<void>;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(path: string, study: Study, unlock: () => Promise<void>, recovered: string | null) {
    this.path = path;
    this.#study = study;
    this.#unlock = unlock;
    this.#recovered = recovered;
  }

  /** Creates a study in a new or empty folder. @throws Failure `study-exists`, `disk-refused`, `disk-full` */
  static async create(folder: string, name?: string): Promise<StudyStore> {
    const path = resolve(folder);
    try {
      await mkdir(path, { recursive: true });
      if ((await readdir(path)).length > 0) throw new Failure('study-exists', { path });
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new Failure('study-exists', { path }) : diskFailure(error, path);
    }
    const study: Study = {
      schemaVersion,
      id: randomUUID(),
      name: name ?? basename(path),
      sources: [],
      definition: emptyDefinition,
      models: [],
      currentModel: null,
      scenarios: [],
      baseline: null,
    };
    await writeFileAtomic(join(path, 'study.json'), sortedJson(study));
    return StudyStore.open(path);
  }

  /**
   * Opens the study in a folder; with `recover` from its last good copy when study.json is damaged.
   * @throws Failure `study-missing`, `study-in-use`, `study-unreadable`, `study-newer`, `study-invalid`
   */
  static async open(folder: string, { recover = false } = {}): Promise<StudyStore> {
    const path = resolve(folder);
    const file = join(path, 'study.json');
    const previous = join(path, 'study.previous.json');
    const read = async () => {
      try {
        return { study: await readStudyFile(file, previous), recovered: null };
      } catch (error) {
        const damaged = error instanceof Failure && (error.code === 'study-unreadable' || error.code === 'study-invalid');
        if (!damaged || !recover) throw error;
        return { study: await readStudyFile(previous, previous), recovered: error.message };
      }
    };
    await read();
    const unlock = await lockStudy(path, join(path, '.work', 'lock'));
    try {
      const { study, recovered } = await read();
      const store = new StudyStore(path, study, unlock, recovered);
      await store.#removeLeftovers();
      await mkdir(join(path, 'data'), { recursive: true });
      if (recovered) await writeFileAtomic(file, sortedJson(study));
      return store;
    } catch (error) {
      await unlock();
      throw diskFailure(error, path);
    }
  }

  get study(): Study {
    return this.#study;
  }

  get revision(): number {
    return this.#revision;
  }

  describe(): OpenStudy {
    return {
      path: this.path,
      revision: this.#revision,
      study: this.#study,
      recovered: this.#recovered,
      removedSources: [...this.#removed.values()].map(({ id, name }) => ({ id, name })),
    };
  }

  /**
   * Replaces the study by what `change` makes of it: checked, written atomically, revision + 1. Updates run one after the other;
   * when one fails the study is as before. `action` goes to audit.ndjson.
   */
  update(change: (study: Study) => Study, action?: Record<string, string | number>): Promise<OpenStudy> {
    return this.inTurn(async () => {
      const wanted = change(this.#study);
      const changed = studySchema.safeParse(wanted);
      if (!changed.success) throw new Failure('definition-invalid', { ...issueIn(changed.error, wanted) });
      const write = () => writeFileAtomic(this.resolve('study.json'), sortedJson(changed.data), this.resolve('study.previous.json'));
      await (action ? this.recorded(action, write) : write());
      this.#study = changed.data;
      this.#revision += 1;
      return this.describe();
    });
  }

  /** Runs `work` after the writing that was asked for before it, and before any that is asked for later. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = this.#queue.then(work);
    this.#queue = next.catch(() => {});
    return next;
  }

  /** Adds a line to audit.ndjson, which is never written over. */
  audit(action: Record<string, string | number>): Promise<void> {
    return this.inTurn(() => this.recorded(action, async () => {}));
  }

  /**
   * Adds the line to audit.ndjson and then does what it tells of: nothing is changed without a line, and when either fails the line is
   * taken back. To be called in turn.
   */
  async recorded<Value>(action: Record<string, string | number>, work: () => Promise<Value>): Promise<Value> {
    const file = this.resolve('audit.ndjson');
    const length = await stat(file).then(
      ({ size }) => size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return 0;
        throw diskFailure(error, file);
      },
    );
    try {
      await appendFile(file, `${JSON.stringify({ at: new Date().toISOString(), ...action })}\n`, { flush: true });
      return await work();
    } catch (error) {
      await truncate(file, length).catch(() => {});
      throw diskFailure(error, file);
    }
  }

  /** Takes a source out; its data stays until the study closes. @throws Failure `source-unknown` */
  async removeSource(id: string): Promise<OpenStudy> {
    const source = this.source(id);
    await this.update((study) => ({ ...study, sources: study.sources.filter((one) => one.id !== id) }), {
      action: 'remove-source',
      source: id,
    });
    this.#removed.set(id, source);
    return this.describe();
  }

  /** Brings a removed source back. @throws Failure `source-unknown` */
  async restoreSource(id: string): Promise<OpenStudy> {
    const source = this.#removed.get(id);
    if (!source) throw new Failure('source-unknown', { source: id, known: [...this.#removed.keys()].join(', ') || 'no removed source' });
    await this.update((study) => ({ ...study, sources: [...study.sources.filter((one) => one.id !== id), source] }), {
      action: 'restore-source',
      source: id,
    });
    this.#removed.delete(id);
    return this.describe();
  }

  /** The source with this id. @throws Failure `source-unknown` */
  source(id: string): Source {
    const found = this.#study.sources.find((one) => one.id === id);
    if (!found)
      throw new Failure('source-unknown', { source: id, known: this.#study.sources.map((one) => one.id).join(', ') || 'none yet' });
    return found;
  }

  /** Absolute path of a file below the study folder. */
  resolve(relative: string): string {
    return join(this.path, relative);
  }

  /** A new absolute path in the study's working folder: disposable, gone when the study closes. */
  workFile(name: string): string {
    return join(this.path, '.work', `${randomUUID()}-${basename(name)}`);
  }

  /** Gives the study back; what was removed is gone for good. */
  async close(): Promise<void> {
    await this.#queue;
    this.#removed.clear();
    await this.#removeLeftovers().catch(() => {});
    await this.#unlock();
  }

  /** Data files no source refers to (removed sources, an import that was killed) and everything in the working folder but the lock. */
  async #removeLeftovers(): Promise<void> {
    const kept = new Set(this.#study.sources.flatMap((source) => [source.data, source.rejects]));
    for (const name of await folderNames(this.resolve('data')))
      if (!kept.has(`data/${name}`)) await rm(this.resolve(`data/${name}`), { recursive: true, force: true });
    for (const name of await folderNames(this.resolve('.work')))
      if (name !== 'lock') await rm(this.resolve(`.work/${name}`), { recursive: true, force: true });
    for (const name of await folderNames(this.path)) if (name.endsWith('.tmp')) await rm(this.resolve(name), { force: true });
  }
}
