import type { RowCounts } from '../../../shared/contract/sourceCalls.ts';
import { type Check, findingOf } from './ReportContext.ts';

/** Rows and cells that did not make it into the study. */
export const importChecks: Check = async ({ sources, counts }) =>
  sources.flatMap(({ id, name }, index) => {
    const count = counts[index]!;
    const { records, rejected, unconverted } = count;
    return [
      ...(rejected > 0
        ? [
            findingOf({
              code: 'rejected-rows',
              severity: 'warning',
              source: id,
              count: rejected,
              of: records,
              sentence: `${name}: ${rejected} of ${records} rows were rejected (${whyRejected(count)}); the source's list of rejects says which and why.`,
            }),
          ]
        : []),
      ...(unconverted > 0
        ? [
            findingOf({
              code: 'unconverted-cells',
              severity: 'note',
              source: id,
              count: unconverted,
              sentence: `${name}: ${unconverted} cells did not convert and count as missing; the source's list of rejects says which and why.`,
            }),
          ]
        : []),
    ];
  });

function whyRejected({ broken, incomplete }: RowCounts): string {
  const parts = incomplete.map(({ column, rows }) => `${rows} without a readable "${column}"`);
  return (broken > 0 ? [`${broken} broken`, ...parts] : parts).join(', ');
}
