import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isRunning } from './isRunning.ts';

/**
 * Files on their way between a page, which has no paths, and the engine: uploads lie in the inbox, exports in the outbox until they are
 * fetched. Each lies alone in a folder whose name cannot be guessed, so it keeps its own name.
 */
export class Exchange {
  readonly #folder: string;
  readonly #targets = new Set<string>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param parent absolute; holds one folder for each running door, and what a killed one left there is removed. @throws errors of `node:fs` */
  static async open(parent: string): Promise<Exchange> {
    await mkdir(parent, { recursive: true });
    for (const door of await readdir(parent)) if (!isRunning(Number(door))) await rm(join(parent, door), { recursive: true, force: true });
    return new Exchange(join(parent, String(process.pid)));
  }

  /** Writes an upload to the inbox; a broken one is removed. @returns its path. @throws errors of `node:fs` */
  async receive(name: string, content: Readable): Promise<string> {
    const { folder, path } = await this.#place('inbox', name);
    const file = await open(path, 'wx');
    try {
      let refusal: unknown = null;
      // Read to its end even when the disk refuses: a browser takes no answer before it has sent everything.
      for await (const piece of content) if (refusal === null) await file.appendFile(piece as Buffer).catch((error) => (refusal = error));
      if (refusal !== null) throw refusal;
      return path;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  /** A path in the outbox for an export. @throws errors of `node:fs` */
  async target(name: string): Promise<string> {
    const { path } = await this.#place('outbox', name);
    this.#targets.add(path);
    return path;
  }

  /** Whether this path was given out for an export: nothing else is ever sent. */
  gaveOut(path: string): boolean {
    return this.#targets.has(path);
  }

  /** Removes everything of this door. */
  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #place(box: string, name: string): Promise<{ folder: string; path: string }> {
    const folder = join(this.#folder, box, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { folder, path: join(folder, fileName(name)) };
  }
}

/** The last part of a name as given by a page, without what a file system refuses or reads as a path. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!;
  const plain = last.replace(/[\p{Cc}<>:"|?*]/gu, '_').replace(/^\.+/, '');
  return plain.slice(-200) || 'file';
}
