import { readFile } from 'node:fs/promises';
import { Failure } from '../../../shared/failure.ts';
import { jsonErrorLine } from '../../../shared/jsonErrorLine.ts';
import { issueIn } from '../../../shared/model/issueIn.ts';
import { type Study, schemaVersion, study } from '../../../shared/model/study.ts';
import { diskFailure } from './diskFailure.ts';
import { migrateStudy } from './migrateStudy.ts';

/**
 * The study in a study.json. `backup` is named to the analyst when the file is damaged.
 * @throws Failure `study-missing`, `study-unreadable`, `study-newer`, `study-invalid`
 */
export async function readStudyFile(file: string, backup: string): Promise<Study> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw new Failure('study-missing', { path: file });
    throw diskFailure(error, file);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Failure('study-unreadable', {
      file,
      backup,
      line: jsonErrorLine(text, error as SyntaxError),
      problem: problemOf(error as SyntaxError),
    });
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Failure('study-invalid', { file, where: 'the whole', problem: 'it is not an object' });
  const found = (content as Record<string, unknown>).schemaVersion;
  if (typeof found === 'number' && found > schemaVersion) throw new Failure('study-newer', { file, found, known: schemaVersion });
  const parsed = study.safeParse(migrateStudy(content as Record<string, unknown>));
  if (parsed.success) return parsed.data;
  throw new Failure('study-invalid', { file, ...issueIn(parsed.error, content) });
}

const problemOf = ({ message }: SyntaxError) =>
  /end of JSON|Unterminated|Expected .* after/.test(message) ? 'the file ends too early or something is missing here' : 'this is not JSON';
