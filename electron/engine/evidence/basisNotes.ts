import type { ProofSetSummary } from '../../../shared/contract/proofSet.ts';
import type { Definition } from '../../../shared/model/definition.ts';
import type { Source } from '../../../shared/model/source.ts';

/** Sentences that belong beside every evidence number of a study. */
export function basisNotes(
  { metrics, readings }: Pick<Definition, 'metrics' | 'readings'>,
  sources: readonly Pick<Source, 'id' | 'name'>[],
  { accounts, observations, embargoed, confirmation }: Pick<ProofSetSummary, 'accounts' | 'observations' | 'embargoed' | 'confirmation'>,
): string[] {
  const declared = readings.flatMap(({ source, knownFrom }) => {
    const used = Object.entries(knownFrom).flatMap(([column, { kind }]) => {
      const feeds = metrics.some(
        ({ value }) => 'source' in value && value.source === source && 'column' in value && value.column === column,
      );
      return kind === 'always' && feeds ? [column] : [];
    });
    const name = sources.find(({ id }) => id === source)?.name ?? source;
    return used.length === 0
      ? []
      : [`Declared never to change: ${used.join(', ')} of ${name}. The metrics made of them are as known at the export, not at each date.`];
  });
  const repeated =
    accounts < observations
      ? [
          `${countText(observations)} observations of ${countText(accounts)} accounts: intervals go by account, and events are counted by account.`,
        ]
      : [];
  return [
    ...declared,
    ...repeated,
    ...(embargoed ? [embargoNote(embargoed, confirmation.to)] : []),
    'Weights and curves may have been tuned on these observations; proof is what the confirmation set says of a saved version.',
  ];
}

const countText = (count: number) => count.toLocaleString('en-US');

function embargoNote({ observations, from, to }: NonNullable<ProofSetSummary['embargoed']>, confirmed: string): string {
  const dates = from === to ? `of ${from}` : `of ${from} to ${to}`;
  return `${countText(observations)} observations ${dates} are in neither set: their outcomes were not settled before ${confirmed}, the date of the confirmation set, and are partly the same.`;
}
