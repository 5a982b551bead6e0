import { mkdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Version } from '../../../shared/contract/comparisonCalls.ts';
import { Failure } from '../../../shared/failure.ts';
import { jsonErrorLine } from '../../../shared/jsonErrorLine.ts';
import { identifier } from '../../../shared/model/identifier.ts';
import { issueIn } from '../../../shared/model/issueIn.ts';
import { type Model, model as modelSchema } from '../../../shared/model/model.ts';
import { diskFailure } from './diskFailure.ts';
import { fingerprintOf } from './fingerprintOf.ts';
import { folderNames } from './folderNames.ts';
import type { StudyStore } from './StudyStore.ts';
import { sortedJson } from './sortedJson.ts';
import { writeFileAtomic } from './writeFileAtomic.ts';

const versionFile = z.strictObject({
  id: identifier,
  name: z.string(),
  savedAt: z.string(),
  note: z.string().nullable(),
  model: modelSchema,
});
type VersionFile = z.infer<typeof versionFile>;

/** The saved versions of a study: `versions/v1.json`, `v2.json` ... , each written once. */
export class Versions {
  readonly #store: Pick<StudyStore, 'resolve' | 'inTurn' | 'recorded'>;

  constructor(store: Pick<StudyStore, 'resolve' | 'inTurn' | 'recorded'>) {
    this.#store = store;
  }

  /** Newest first. @throws Failure `json-damaged`, `study-invalid` for a file that was changed by hand */
  async list(): Promise<Version[]> {
    const files = await Promise.all((await this.#numbers()).map((number) => this.#read(`v${number}`)));
    return files.map(described).reverse();
  }

  /** @throws Failure `version-unknown`, `json-damaged`, `study-invalid` */
  async read(id: string): Promise<{ version: Version; model: Model }> {
    const numbers = await this.#numbers();
    if (!numbers.some((number) => `v${number}` === id))
      throw new Failure('version-unknown', { version: id, known: numbers.map((number) => `v${number}`).join(', ') || 'none yet' });
    const file = await this.#read(id);
    return { version: described(file), model: file.model };
  }

  /**
   * Saves a model under the next free id. The same model under the same name and note is the version that is already there.
   * @throws Failure `version-unnamed`, `disk-full`, `disk-refused`
   */
  async save(asked: { name: string; note?: string | undefined; model: Model }): Promise<Version> {
    const name = asked.name.trim();
    if (name === '') throw new Failure('version-unnamed');
    const content = { name, note: asked.note ?? null, model: asked.model };
    return this.#store.inTurn(async () => {
      const numbers = await this.#numbers();
      const newest = numbers.at(-1) ?? 0;
      if (newest > 0) {
        const { id, savedAt, ...known } = await this.#read(`v${newest}`);
        if (fingerprintOf(known) === fingerprintOf(content)) return described({ id, savedAt, ...known });
      }
      const file: VersionFile = { id: `v${newest + 1}`, savedAt: new Date().toISOString(), ...content };
      const folder = this.#store.resolve('versions');
      await mkdir(folder, { recursive: true }).catch((error: unknown) => {
        throw diskFailure(error, folder);
      });
      const write = () => writeFileAtomic(this.#path(file.id), sortedJson(file));
      await this.#store.recorded({ action: 'save-version', version: file.id }, write);
      return described(file);
    });
  }

  /** Numbers of the versions there are, ascending. */
  async #numbers(): Promise<number[]> {
    const names = await folderNames(this.#store.resolve('versions'));
    return names.flatMap((name) => Number(/^v([1-9]\d*)\.json$/.exec(name)?.[1] ?? [])).sort((one, other) => one - other);
  }

  #path(id: string): string {
    return this.#store.resolve(`versions/${id}.json`);
  }

  async #read(id: string): Promise<VersionFile> {
    const file = this.#path(id);
    const text = await readFile(file, 'utf8');
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch (error) {
      const { message } = error as SyntaxError;
      throw new Failure('json-damaged', { file, line: jsonErrorLine(text, error as SyntaxError), problem: message.split(',')[0]! });
    }
    const parsed = versionFile.safeParse(content);
    if (!parsed.success) throw new Failure('study-invalid', { file, ...issueIn(parsed.error, content) });
    return parsed.data;
  }
}

function described({ model, ...about }: VersionFile): Version {
  return { ...about, model: { id: model.id, name: model.name } };
}
