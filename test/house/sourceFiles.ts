import { readdirSync, readFileSync } from 'node:fs';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

const rooms = ['shared', 'electron', 'renderer', 'resources', 'bench', 'test', 'scripts', 'bin'];

/** Every TypeScript and JavaScript file of the project's own. */
export const sourceFiles: SourceFile[] = rooms.flatMap((room) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
);
