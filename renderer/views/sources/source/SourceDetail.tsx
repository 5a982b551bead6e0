import { useState } from 'react';
import type { Source } from '../../../../shared/model/source.ts';
import { countText, numberText } from '../../../charts/numberText.ts';
import { Button } from '../../../parts/Button.tsx';
import { Panel } from '../../../parts/Panel.tsx';
import { Tabs } from '../../../parts/Tabs.tsx';
import { useImports } from '../../../state/importStore.ts';
import { useRowCounts } from '../../../state/useRowCounts.ts';
import { useSourceActions } from '../../../state/useSourceActions.ts';
import { columnsOf } from '../../../state/useSources.ts';
import { ProfileList } from './ProfileList.tsx';
import { ReadingEditor } from './ReadingEditor.tsx';
import { RejectsTable } from './RejectsTable.tsx';
import { RowsTable } from './RowsTable.tsx';
import styles from './SourceDetail.module.css';

type Tab = 'rows' | 'columns' | 'meaning' | 'rejects';

/** One source: what was read, what its columns hold, what a row of it means, and what did not come in. */
export function SourceDetail({ source }: { source: Source }) {
  const [tab, setTab] = useState<Tab>('rows');
  const { remove } = useSourceActions();
  const offer = useImports((state) => state.offer);
  const counts = useRowCounts()(source);
  const bad = counts.rejected + counts.unconverted;
  return (
    <Panel
      title={source.name}
      flush
      about={
        <>
          {countText(counts.records, 'row')} in the file = {numberText(counts.loaded)} loaded + {numberText(counts.rejected)} rejected ·{' '}
          {countText(counts.unconverted, 'cell')} unconverted · exported on {source.exportedOn}
        </>
      }
      actions={
        <>
          <Button
            title={`Read ${source.original.path} again, with the same plan`}
            onClick={() => offer([{ path: source.original.path, refreshes: source.id }])}
          >
            Refresh …
          </Button>
          <Button tone="danger" onClick={() => void remove(source)}>
            Remove
          </Button>
        </>
      }
      className={styles.detail}
    >
      <Tabs
        label={`Views of ${source.name}`}
        current={tab}
        onChange={setTab}
        tabs={[
          { name: 'rows', label: 'Rows' },
          { name: 'columns', label: `Columns (${numberText(columnsOf(source).length)})` },
          { name: 'meaning', label: 'What a row means' },
          { name: 'rejects', label: `Not read (${numberText(bad)})` },
        ]}
      >
        {tab === 'rows' && <RowsTable source={source} loaded={counts.loaded} />}
        {tab === 'columns' && <ProfileList source={source} />}
        {tab === 'meaning' && <ReadingEditor source={source} />}
        {tab === 'rejects' && <RejectsTable source={source} counts={counts} />}
      </Tabs>
    </Panel>
  );
}
