import { X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { CallInput } from '../../../shared/contract/contract.ts';
import type { Mover, MoverKind } from '../../../shared/contract/mover.ts';
import { moneyText, numberText } from '../../charts/numberText.ts';
import { Button } from '../../parts/Button.tsx';
import { DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNote } from '../../parts/FailureNote.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { Select } from '../../parts/Select.tsx';
import { useHost } from '../../state/host.ts';
import { useStudy } from '../../state/studyStore.ts';
import { usePages } from '../../state/usePages.ts';
import { useFrames } from './frameStore.ts';
import { moversInHand } from './live/HeldControl.ts';
import styles from './MoversPanel.module.css';
import { moverColumns } from './moverColumns.tsx';
import { placesOf, type Sides } from './shifts.ts';
import { useWhatIf } from './whatIfStore.ts';

interface MoversPanelProps {
  /** The two models at rest; null until they are compared. Meanwhile those compared before stay listed. */
  compared: CallInput<'compare-models'> | null;
  /** Whether the draft moves or is being compared: looking through the book would hold that up. */
  isWaiting: boolean;
  sides: Sides;
  currency: string | null;
}

/** The accounts that move most, or those of one cell of the migration, each with the metric that moved it. */
export function MoversPanel({ compared, isWaiting, sides, currency }: MoversPanelProps) {
  const { invoke } = useHost();
  const { moverKind, cell, account, look } = useWhatIf();
  const live = useFrames(({ frame }) => (frame?.movers?.kind === moverKind ? frame.movers : null));
  const dataChanges = useStudy((state) => state.dataChanges);
  const restarts = useStudy((state) => state.restarts);
  const filter = { kind: moverKind, ...(cell && { from: cell.from, to: cell.to }) };
  const [counted, setCounted] = useState<{ about: string; counts: Record<MoverKind, number> } | null>(null);
  const last = useRef(compared);
  if (compared) last.current = compared;
  const about = JSON.stringify([last.current, dataChanges, restarts]);
  const question = isWaiting ? null : JSON.stringify([about, filter]);
  const pages = usePages<Mover>(question, async (offset, limit, signal) => {
    if (!last.current) return { total: 0, rows: [] };
    const { total, movers, counts } = await invoke('list-movers', { ...last.current, ...filter, offset, limit }, { signal });
    if (counts) setCounted({ about, counts });
    return { total, rows: movers };
  });
  const columns = useMemo(() => moverColumns(sides, (amount) => moneyText(amount, currency)), [sides, currency]);
  const fromHand = cell === null ? (live?.rows ?? null) : null;
  const isHere = !isWaiting && pages.total !== null && !pages.stale;
  const isKnown = isHere && compared !== null;
  const of = live?.total == null ? '' : ` of ${numberText(live.total)}`;
  const inHand = fromHand && (fromHand.length < moversInHand ? 'in hand …' : `in hand …, the first ${moversInHand}${of}`);
  const rowAt = fromHand ? (index: number) => fromHand[index] : pages.rowAt;
  const total = fromHand ? fromHand.length : (pages.total ?? 0);
  const nameIn = (bands: Sides['before'], id: string) => placesOf(bands).find((place) => place.id === id)?.name ?? id;
  const [worst, best] = [sides.after[0]?.name ?? 'worst', sides.after.at(-1)?.name ?? 'best'];
  const kinds: Record<MoverKind, string> = {
    largest: 'largest first',
    worse: 'largest losses',
    better: 'largest gains',
    'newly-worst': `newly ${worst}`,
    'newly-best': `newly ${best}`,
    crossing: 'crossing an edge',
  };
  // Of a draft that is still moving only the list tells.
  const counts = compared !== null && counted?.about === about ? counted.counts : null;
  const manyOf = (kind: MoverKind) => (counts ? ` · ${numberText(counts[kind])}` : '');

  return (
    <Panel
      title="Movers"
      about={inHand ?? (isKnown ? numberText(total) : isHere ? 'of the draft compared last' : 'looking …')}
      actions={
        cell ? (
          <Button onClick={() => look({ cell: null })} aria-label="Show all movers again">
            {nameIn(sides.before, cell.from)} → {nameIn(sides.after, cell.to)}
            <X aria-hidden="true" />
          </Button>
        ) : (
          <Select
            label="Which movers"
            labelHidden
            value={moverKind}
            options={Object.entries(kinds).map(([value, label]) => ({
              value: value as MoverKind,
              label: `${label}${manyOf(value as MoverKind)}`,
            }))}
            onChange={(kind) => look({ moverKind: kind })}
          />
        )
      }
      flush
    >
      <FailureNote failure={pages.failure instanceof Error ? pages.failure : null} />
      <div className={styles.table} aria-busy={!fromHand && !isHere}>
        <DataTable
          label="Movers"
          columns={columns}
          total={total}
          rowAt={rowAt}
          keyOf={(row) => row.account}
          onRange={pages.onRange}
          chosen={account}
          onChoose={(row) => look({ account: row.account })}
          allRows={pages.allRows}
          empty={
            isKnown &&
            !fromHand &&
            total === 0 && (
              <EmptyState title="No account moves">
                {cell ? 'This cell of the migration is empty now.' : 'Draft and baseline give every account here the same score.'}
              </EmptyState>
            )
          }
        />
      </div>
    </Panel>
  );
}
