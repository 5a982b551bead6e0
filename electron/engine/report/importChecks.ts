import { type Check, findingOf } from './ReportContext.ts';

/** Rows and cells that did not make it into the study. */
export const importChecks: Check = async ({ sources }) =>
  sources.flatMap(({ id, name, counts }) => [
    ...(counts.rejected > 0
      ? [
          findingOf({
            code: 'rejected-rows',
            severity: 'warning',
            source: id,
            count: counts.rejected,
            of: counts.records,
            sentence: `${name}: ${counts.rejected} of ${counts.records} rows were rejected; the source's list of rejects says which and why.`,
          }),
        ]
      : []),
    ...(counts.unconverted > 0
      ? [
          findingOf({
            code: 'unconverted-cells',
            severity: 'note',
            source: id,
            count: counts.unconverted,
            sentence: `${name}: ${counts.unconverted} cells did not convert and count as missing; the source's list of rejects says which and why.`,
          }),
        ]
      : []),
  ]);
