import { Columns3 } from 'lucide-react';
import type { ScoredAccount } from '../../../shared/contract/scoringCalls.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useShownColumns } from './shownColumns.ts';

interface ColumnChooserProps {
  columns: readonly Column<ScoredAccount>[];
  /** Whether a column is seen as things are. */
  isShown: (id: string) => boolean;
}

/** Which columns the worklist shows: its own, and every attribute of the account. The account itself always stays. */
export function ColumnChooser({ columns, isShown }: ColumnChooserProps) {
  const show = useShownColumns((state) => state.show);
  return (
    <Menu
      label={
        <>
          <Columns3 aria-hidden="true" />
          Columns
        </>
      }
      items={columns
        .filter(({ id }) => id !== 'name')
        .map(({ id, header }) => ({ id, label: header, checked: isShown(id), toggles: true, run: () => show(id, !isShown(id)) }))}
    />
  );
}
