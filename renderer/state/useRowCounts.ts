import { useMemo } from 'react';
import type { RowCounts } from '../../shared/contract/sourceCalls.ts';
import type { Source } from '../../shared/model/source.ts';
import { useCall } from './useCall.ts';

/** Rows loaded and rejected of a source, as the saved definition has it; until that is counted, as the file was read. */
export function useRowCounts(): (source: Source) => Pick<RowCounts, 'records' | 'loaded' | 'rejected' | 'unconverted'> {
  const { value } = useCall('count-rows', {});
  return useMemo(() => {
    const counted = new Map(value?.sources.map((one) => [one.source, one]));
    return (source) => {
      const found = counted.get(source.id);
      return found?.records === source.counts.records ? found : source.counts;
    };
  }, [value]);
}
