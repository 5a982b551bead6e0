import { useMemo } from 'react';
import { type Command, useOfferedCommands } from '../../state/commands.ts';
import { useEvidence } from './evidenceStore.ts';
import { evidenceTabs } from './evidenceTabs.ts';

/** Offers the parts of the Evidence screen by name. */
export function useEvidenceCommands(hasEvidence: boolean): void {
  const commands = useMemo(
    (): Command[] =>
      hasEvidence
        ? evidenceTabs.map(({ name, label }) => ({ group: 'Evidence', name: label, run: () => useEvidence.getState().show(name) }))
        : [],
    [hasEvidence],
  );
  useOfferedCommands('evidence', commands);
}
