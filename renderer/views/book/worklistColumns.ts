import type { ScoredAccount } from '../../../shared/contract/scoringCalls.ts';
import { type TabCell, tabText } from './tabText.ts';
import type { AccountOrder } from './worklistView.ts';

/** Names that a line of the worklist needs besides its own values. */
export interface WorklistNames {
  segment: (id: string) => string;
  band: (id: string) => string;
  /** What the leaf of the tree is called. */
  reason: (leaf: string) => string;
}

/** A column of the worklist: its header, its order, and its plain value for copying. */
export interface WorklistColumn {
  order: AccountOrder;
  header: string;
  numeric: boolean;
  plain: (row: ScoredAccount, names: WorklistNames) => TabCell;
}

/** The columns on the screen, in their order. Coverage also carries the range when copied. */
export const worklistColumns: readonly WorklistColumn[] = [
  { order: 'name', header: 'Account', numeric: false, plain: (row) => row.name ?? row.account },
  { order: 'segment', header: 'Segment', numeric: false, plain: (row, names) => names.segment(row.segment) },
  { order: 'owner', header: 'Owner', numeric: false, plain: (row) => row.owner },
  { order: 'score', header: 'Score', numeric: true, plain: (row) => row.score },
  { order: 'coverage', header: 'Coverage', numeric: true, plain: (row) => row.coverage },
  { order: 'renewal', header: 'Renewal', numeric: true, plain: (row) => row.renewal },
  { order: 'revenue', header: 'Revenue', numeric: true, plain: (row) => row.revenue },
  { order: 'reason', header: 'Main reason', numeric: false, plain: (row, names) => (row.reason ? names.reason(row.reason) : null) },
];

/** Lines of the worklist as text to paste, with key, band and range as columns of their own. */
export function worklistText(rows: readonly ScoredAccount[], names: WorklistNames): string {
  const copied: { header: string; plain: WorklistColumn['plain'] }[] = [
    { header: 'Key', plain: (row) => row.account },
    ...worklistColumns.slice(0, 4),
    { header: 'Band', plain: (row) => names.band(row.band) },
    worklistColumns[4]!,
    { header: 'Low', plain: (row) => row.low },
    { header: 'High', plain: (row) => row.high },
    ...worklistColumns.slice(5),
    { header: 'Points lost', plain: (row) => row.reasonPoints },
  ];
  return tabText(
    copied.map(({ header }) => header),
    rows.map((row) => copied.map(({ plain }) => plain(row, names))),
  );
}
