import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './sourceFiles.ts';

/** Who may import whom: the most special room first. `npm` stands for any package but `electron`, `node` for Node's own modules. */
const rules: [room: RegExp, mayImport: RegExp][] = [
  [/^shared\//, /^(shared\/|zod$)/],
  [/^renderer\//, /^(renderer\/|shared\/|npm$|zod$)/],
  [/^electron\/engine\//, /^(electron\/engine\/|shared\/|resources\/|npm$|zod$|node$)/],
  [/^electron\/wire\//, /^(electron\/wire\/|shared\/|npm$|zod$|node$)/],
  [/^electron\/shell\//, /^(electron\/shell\/|electron\/wire\/|shared\/|electron$|node$)/],
  [/^electron\/cli\//, /^(electron\/cli\/|shared\/|zod$|node$)/],
  [/^electron\/preload\.ts$/, /^(electron$|shared\/|renderer\/wire\/desktopBridge\.ts$)/],
  [/^electron\/main\.ts$/, /^(electron\/|shared\/|electron$|node$)/],
  [/^electron\/[^/]+\.ts$/, /^(electron\/(?!shell\/)|shared\/|node$)/],
  [/^resources\//, /^(resources\/|shared\/|node$)/],
  [/^bench\//, /^(bench\/|electron\/|shared\/|resources\/|npm$|node$)/],
  [/^(scripts|bin)\//, /^(scripts\/|out\/|npm$|node$)/],
];

function importsOf({ path, text }: SourceFile): string[] {
  const found = text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s+'([^']+)'|\bimport\(?\s*'([^']+)'/g);
  return [...found].map(([, from, bare]) => {
    const name = (from ?? bare)!;
    if (name.startsWith('.')) return posix.join(posix.dirname(path), name);
    if (name.startsWith('node:')) return 'node';
    return name === 'electron' || name === 'zod' ? name : 'npm';
  });
}

it('sees the imports it judges', () => {
  const seen = importsOf({ path: 'electron/main.ts', text: sourceFiles.find(({ path }) => path === 'electron/main.ts')!.text });
  expect(seen).toEqual(expect.arrayContaining(['node', 'electron', 'electron/directories.ts', 'electron/shell/startDesktop.ts']));
});

it('lets every room import only what it may', () => {
  const broken = sourceFiles.flatMap((file) => {
    const rule = rules.find(([room]) => room.test(file.path));
    return rule
      ? importsOf(file)
          .filter((name) => !rule[1].test(name))
          .map((name) => `${file.path} imports ${name}`)
      : [];
  });
  expect(broken).toEqual([]);
});

it('has a rule for every room', () => {
  const without = sourceFiles.filter(({ path }) => !path.startsWith('test/') && !rules.some(([room]) => room.test(path)));
  expect(without.map(({ path }) => path)).toEqual([]);
});

it('writes relative imports with their ending', () => {
  const endless = sourceFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/from '(\.{1,2}\/[^']+)'/g)]
      .filter(([, name]) => !/\.(ts|tsx|js|json|css|svg)(\?[\w&]+)?$/.test(name!))
      .map(([, name]) => `${path}: ${name}`),
  );
  expect(endless).toEqual([]);
});
