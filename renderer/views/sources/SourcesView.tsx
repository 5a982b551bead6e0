import { useMemo } from 'react';
import { type Command, useOfferedCommands } from '../../state/commands.ts';
import { useSources } from '../../state/useSources.ts';
import { FirstImport } from './FirstImport.tsx';
import { PartDetail } from './PartDetail.tsx';
import { partNames } from './partNames.ts';
import { SourceRail } from './SourceRail.tsx';
import styles from './SourcesView.module.css';
import { SourceDetail } from './source/SourceDetail.tsx';
import { definitionParts, useSelection } from './sourcesStore.ts';

/** Exports in, exactly what was read, and what each column is. */
export function SourcesView() {
  const sources = useSources();
  const { selection, select } = useSelection();
  const commands = useMemo(
    (): Command[] => [
      ...sources.map(({ id, name }): Command => ({ group: 'Sources', name: `Open ${name}`, run: () => select({ kind: 'source', id }) })),
      ...definitionParts.map((part): Command => ({ group: 'Sources', name: partNames[part], run: () => select({ kind: 'part', part }) })),
    ],
    [sources, select],
  );
  useOfferedCommands('sources', commands);

  const source = selection?.kind === 'part' ? undefined : (sources.find(({ id }) => id === selection?.id) ?? sources[0]);
  return (
    <div className={styles.screen}>
      <SourceRail current={source ? { kind: 'source', id: source.id } : selection} />
      <div className={styles.detail}>
        {source && <SourceDetail key={source.id} source={source} />}
        {!source && selection?.kind === 'part' && <PartDetail part={selection.part} />}
        {!source && selection?.kind !== 'part' && <FirstImport />}
      </div>
    </div>
  );
}
