import { useMemo } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Source } from '../../shared/model/source.ts';
import { currentAutosave } from './autosave.ts';
import { useHost } from './host.ts';
import { useImports } from './importStore.ts';
import { useNotices } from './noticeStore.ts';
import { useStudy } from './studyStore.ts';
import { useStudyActions } from './useStudyActions.ts';
import { useView } from './viewStore.ts';

export interface SourceActions {
  /** Asks for files and offers each for a preview. Without a study, one is made first. */
  chooseFiles: () => Promise<void>;
  receiveFiles: (files: readonly File[]) => Promise<void>;
  receivePaths: (paths: readonly string[]) => Promise<void>;
  importFile: (input: CallInput<'import-source'>) => Promise<Source | null>;
  remove: (source: Source) => Promise<void>;
  restore: (source: { id: string; name: string }) => Promise<void>;
}

/** What can be done with the sources of the study; each tells its own failure. */
export function useSourceActions(): SourceActions {
  const host = useHost();
  const { createStudy } = useStudyActions();
  return useMemo(() => {
    const { fail, tell } = useNotices.getState();
    const imports = useImports.getState();
    const refresh = useStudy.getState().refresh;

    const receivePaths = async (paths: readonly string[]): Promise<void> => {
      if (paths.length === 0) return;
      if (!useStudy.getState().open && !(await createStudy({ name: fileName(paths[0]!).replace(/\.\w+$/, '') }))) return;
      useView.getState().goTo('sources');
      imports.offer(paths.map((path) => ({ path, refreshes: null })));
    };

    const restore = async ({ id, name }: { id: string; name: string }): Promise<void> => {
      await currentAutosave()?.flush();
      await host.invoke('restore-source', { source: id }).then((open) => {
        refresh(open);
        tell(`${name} is back.`);
      }, fail);
    };

    return {
      receivePaths,
      restore,
      chooseFiles: async () => {
        await imports.run('Bringing the file in', (job) => host.chooseFiles(job)).then(receivePaths, fail);
      },
      receiveFiles: async (files) => {
        const paths: string[] = [];
        for (const file of files) {
          try {
            paths.push(await imports.run(`Bringing ${file.name} in`, (job) => host.pathOfDropped(file, job)));
          } catch (failure) {
            fail(failure);
          }
        }
        await receivePaths(paths);
      },
      importFile: async (input) => {
        const name = input.name ?? fileName(input.path);
        try {
          await currentAutosave()?.flush();
          const { source, rows, open, notices } = await imports.run(`Importing ${name}`, (job) => host.invoke('import-source', input, job));
          if (useStudy.getState().open?.path === open.path) refresh(open);
          tell([importedSentence(source.name, rows), ...notices].join(' '));
          return source;
        } catch (failure) {
          fail(failure);
          return null;
        }
      },
      remove: async (source) => {
        await currentAutosave()?.flush();
        await host.invoke('remove-source', { source: source.id }).then((open) => {
          refresh(open);
          tell(`${source.name} is out of the study; it can be brought back until the study closes.`, {
            label: 'Bring back',
            run: () => void restore(source),
          });
        }, fail);
      },
    };
  }, [host, createStudy]);
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function importedSentence(name: string, counts: CallOutput<'import-source'>['rows']): string {
  const count = (value: number) => value.toLocaleString();
  const rejected = counts.rejected > 0 ? `${count(counts.rejected)} rejected` : 'none rejected';
  const unconverted = counts.unconverted > 0 ? ` ${count(counts.unconverted)} cells did not convert and are missing.` : '';
  return `${name}: ${count(counts.records)} rows in the file, ${count(counts.loaded)} loaded, ${rejected}.${unconverted}`;
}
