import { Copy, Download } from 'lucide-react';
import { useMemo } from 'react';
import type { ScoredAccount, ScoredBook } from '../../../shared/contract/scoringCalls.ts';
import type { Model } from '../../../shared/model/model.ts';
import { countText, numberText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { copyRows } from '../../parts/copyRows.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useElementWidth } from '../../parts/useElementWidth.ts';
import { announce } from '../../state/announcements.ts';
import { useHost } from '../../state/host.ts';
import { useNotices } from '../../state/noticeStore.ts';
import { useStudy } from '../../state/studyStore.ts';
import { usePages } from '../../state/usePages.ts';
import type { BookNames } from './bookNames.ts';
import { useBook } from './bookStore.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { useShownColumns } from './shownColumns.ts';
import { useOwners } from './useOwners.ts';
import styles from './Worklist.module.css';
import { WorklistFilters } from './WorklistFilters.tsx';
import { isColumnShown, worklistColumns } from './worklistColumns.tsx';
import { type AccountOrder, isFiltered, orderedBy, orderKnown, viewInput, wholeBook } from './worklistView.ts';

interface WorklistProps {
  book: ScoredBook;
  model: Model;
  names: BookNames;
  /** Model and as-of date that the list is scored with. */
  scored: { model: string; asOf: string };
  money: (amount: number) => string;
}

/** The accounts as a list to work through: filtered, sorted, copied, exported; choosing one explains its score. */
export function Worklist({ book, model, names, scored, money }: WorklistProps) {
  const host = useHost();
  const { view, look, chosen, choose } = useBook();
  const { fail, tell } = useNotices();
  const path = useStudy((state) => state.open?.path);
  const revision = useStudy((state) => state.open?.revision);
  const attributes = useStudy((state) => state.draft.definition.account?.attributes);
  const seen = orderKnown(view, attributes ?? []);
  const question = JSON.stringify([path, revision, scored, viewInput(seen)]);
  const owners = useOwners();
  const pages = usePages<ScoredAccount>(question, async (offset, limit, signal) => {
    const page = await host.invoke('list-accounts', { ...scored, ...viewInput(seen), offset, limit }, { signal });
    owners.learn(page.owners);
    return { total: page.total, rows: page.accounts };
  });
  const [content, width] = useElementWidth<HTMLDivElement>();
  const account = useStudy((state) => state.draft.definition.account);
  const absent = useMemo(() => {
    const said = { owner: account?.owner, renewal: account?.renewal, revenue: account?.revenue, segment: model.segments[0] };
    return new Set(Object.entries(said).flatMap(([id, role]) => (role === undefined ? [id] : [])));
  }, [account, model.segments]);
  const isNarrow = width > 0 && width < 640;
  const wanted = useShownColumns((state) => state.wanted);
  const all = useMemo(() => worklistColumns(names, money, account?.attributes), [names, money, account]);
  const isShown = (id: string) => isColumnShown(id, wanted, { isNarrow, absent });
  // biome-ignore lint/correctness/useExhaustiveDependencies: isShown is made of what is listed
  const columns = useMemo(() => all.filter(({ id }) => isShown(id)), [all, wanted, isNarrow, absent]);
  const shown = pages.total ?? book.accounts;

  const copyAll = async () => {
    const rows = await pages.allRows();
    await copyRows(columns, rows);
    announce(`${countText(rows.length, 'account')} copied with headers`, 0);
    tell(`${countText(rows.length, 'account')} copied with headers; paste them into a spreadsheet.`);
  };
  const exportAs = async (ending: string) => {
    const target = await host.chooseTarget(`scores ${scored.asOf}.${ending}`);
    if (target === null) return;
    const written = await host.invoke('export-scores', { ...scored, ...viewInput(seen), path: target });
    await host.deliver(written.path);
    tell(`${countText(written.rows, 'account')} exported.`);
  };

  return (
    <Panel
      title="Worklist"
      about={
        pages.failure
          ? `the filter was not applied: ${numberText(shown)} accounts as before`
          : pages.total === null || pages.stale
            ? 'counting …'
            : `${isFiltered(view) ? `${numberText(shown)} of ${numberText(book.accounts)}` : numberText(shown)} accounts`
      }
      actions={
        <>
          <ColumnChooser columns={all} isShown={isShown} />
          <Button onClick={() => void copyAll().catch(fail)}>
            <Copy aria-hidden="true" />
            Copy
          </Button>
          <Menu
            label={
              <>
                <Download aria-hidden="true" />
                Export
              </>
            }
            items={['csv', 'xlsx', 'parquet'].map((ending) => ({
              label: `${isFiltered(view) ? 'What is seen' : 'All accounts'} as ${ending.toUpperCase()}`,
              run: () => void exportAs(ending).catch(fail),
            }))}
          />
        </>
      }
      flush
      className={styles.worklist}
    >
      <div ref={content} className={styles.content}>
        <WorklistFilters book={book} model={model} names={names} owners={owners.known} />
        <FailureNote failure={pages.failure instanceof Error ? pages.failure : null} />
        <div className={styles.table} aria-busy={pages.stale}>
          <DataTable
            label="Accounts"
            columns={columns}
            total={pages.total ?? 0}
            rowAt={pages.rowAt}
            keyOf={(row) => row.account}
            onRange={pages.onRange}
            sort={{ id: seen.orderBy, descending: seen.descending }}
            onSort={({ id }) => look(orderedBy(view, id as AccountOrder))}
            chosen={chosen}
            onChoose={(row) => choose(row.account)}
            allRows={pages.allRows}
            empty={
              pages.total === 0 && (
                <EmptyState title="No account is seen" actions={<Button onClick={() => look(wholeBook)}>Clear all filters</Button>}>
                  {isFiltered(view) ? 'The filters together leave no account.' : 'No account has an observation on this date.'}
                </EmptyState>
              )
            }
          />
        </div>
      </div>
    </Panel>
  );
}
