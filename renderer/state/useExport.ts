import { useCallback } from 'react';
import { useHost } from './host.ts';
import { useNotices } from './noticeStore.ts';

/** Asks where an export goes, has it written, and hands it over. @returns a function that takes a suggested name and what writes the file */
export function useExport(): (suggestedName: string, write: (path: string) => Promise<{ path: string; rows?: number }>) => Promise<void> {
  const host = useHost();
  return useCallback(
    async (suggestedName, write) => {
      const { fail, tell } = useNotices.getState();
      try {
        const target = await host.chooseTarget(suggestedName);
        if (target === null) return;
        const { path, rows } = await write(target);
        await host.deliver(path);
        tell(rows === undefined ? `${suggestedName} is written.` : `${rows.toLocaleString()} rows written to ${suggestedName}.`);
      } catch (failure) {
        fail(failure);
      }
    },
    [host],
  );
}
