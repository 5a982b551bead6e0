import { readFile } from 'node:fs/promises';
import { Failure } from '../../shared/failure.ts';

/** @returns what the JSON file says. @throws Failure `json-missing`, `json-unreadable` with its line */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Failure('json-missing', { file, problem: error.code ?? error.message });
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    throw new Failure('json-unreadable', { file, line: text.slice(0, position).split('\n').length, problem: (error as Error).message });
  }
}
