import type { Source } from '../../shared/model/source.ts';
import { useStudy } from './studyStore.ts';

const none: Source[] = [];

/** The sources of the open study. */
export function useSources(): Source[] {
  return useStudy(({ open }) => open?.study.sources ?? none);
}

/** The columns of a source that are part of the study. */
export function columnsOf(source: Source | undefined): Source['plan']['columns'] {
  return source?.plan.columns.filter((column) => column.keep) ?? [];
}
