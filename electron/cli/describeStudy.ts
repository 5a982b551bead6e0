import type { CallOutput } from '../../shared/contract/contract.ts';
import type { OpenStudy } from '../../shared/contract/studyCalls.ts';
import { countText, textTable } from './textTable.ts';

/** What a study holds, for a person. */
export function describeStudy({ path, study, recovered }: OpenStudy, rows: CallOutput<'count-rows'>): string {
  const { sources, definition, models } = study;
  const lines = [`${study.name} at ${path}`];
  if (recovered) lines.push(recovered);
  lines.push(
    [
      countText(definition.metrics.length, 'metric'),
      countText(definition.outcomes.length, 'outcome'),
      countText(models.length, 'model'),
    ].join(', ') + (study.currentModel ? ` (current: ${study.currentModel})` : ''),
  );
  if (sources.length > 0)
    lines.push(
      textTable(
        ['source', 'rows in file', 'loaded', 'rejected', 'cells unconverted'],
        rows.sources.map(({ source, records, loaded, rejected, unconverted }) => [source, records, loaded, rejected, unconverted]),
      ),
    );
  return lines.join('\n');
}
