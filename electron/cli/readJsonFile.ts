import { readFile } from 'node:fs/promises';
import { Failure } from '../../shared/failure.ts';
import { jsonErrorLine } from '../../shared/jsonErrorLine.ts';

/** @returns what the JSON file says. @throws Failure `file-missing`, `file-unreadable`, `json-damaged` with its line */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new Failure('file-missing', { file })
      : new Failure('file-unreadable', { file, problem: error.message });
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new Failure('json-damaged', { file, line: jsonErrorLine(text, error as SyntaxError), problem: message.split(',')[0]! });
  }
}
