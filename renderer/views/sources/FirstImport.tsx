import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useSourceActions } from '../../state/useSourceActions.ts';

/** What to do in a study without sources. */
export function FirstImport() {
  const { chooseFiles } = useSourceActions();
  return (
    <Panel title="No source yet">
      <EmptyState
        title="Begin with the list of accounts"
        actions={
          <Button tone="primary" onClick={() => void chooseFiles()}>
            Import files …
          </Button>
        }
      >
        <p>
          Drop exports here, choose them, or type a path on the left: CSV, TSV, JSON, NDJSON, Parquet or Excel, plain or gzipped. You see
          what would be read before anything is imported.
        </p>
        <p>Then add what you know over time: usage, tickets, invoices, surveys, contracts, and who churned or renewed.</p>
      </EmptyState>
    </Panel>
  );
}
