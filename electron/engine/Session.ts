import { Failure } from '../../shared/failure.ts';
import type { Analysis } from './study/Analysis.ts';
import type { StudyStore } from './study/StudyStore.ts';

export interface SessionOptions {
  /** Folder of this user's recent list, sample study and default studies. */
  userDirectory: string;
  /** Folder of the templates that come with Plumbline. */
  resourcesDirectory: string;
  memoryLimit?: string;
  threads?: number;
}

/** What one engine holds open: at most one study, with the database that analyses it. */
export class Session {
  readonly options: SessionOptions;
  #open: { store: StudyStore; analysis: Analysis } | null = null;

  constructor(options: SessionOptions) {
    this.options = options;
  }

  /** The open study on disk. @throws Failure `study-not-open` */
  get store(): StudyStore {
    return this.#required().store;
  }

  /** The database over the open study's sources. @throws Failure `study-not-open` */
  get analysis(): Analysis {
    return this.#required().analysis;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Closes what was open, then holds this. */
  async hold(store: StudyStore, analysis: Analysis): Promise<void> {
    await this.close();
    this.#open = { store, analysis };
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.analysis.close();
    await open?.store.close();
  }

  #required() {
    if (!this.#open) throw new Failure('study-not-open');
    return this.#open;
  }
}
