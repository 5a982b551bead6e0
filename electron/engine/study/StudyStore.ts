import type { OpenStudy } from '../../../shared/contract/studyCalls.ts';
import type { Study } from '../../../shared/model/study.ts';

/** The study on disk. */
export interface StudyStore {
  readonly path: string;
  readonly study: Study;
  describe(): OpenStudy;
  /** Replaces the study by what `change` returns: validated, written atomically, revision + 1. Calls run one after the other. */
  update(change: (study: Study) => Study): Promise<OpenStudy>;
  /** Absolute path of a file below the study folder. */
  resolve(relative: string): string;
  /** A new absolute path in the study's working folder: disposable, emptied when the study opens. */
  workFile(name: string): string;
  close(): Promise<void>;
}
