import { EmptyState } from '../../parts/EmptyState.tsx';
import { Panel } from '../../parts/Panel.tsx';

/** In the place of the book while there is nothing to hold the draft against. */
export function NoBaseline() {
  return (
    <Panel title="Distribution">
      <EmptyState title="There is no baseline">
        Choose under “Against” what the draft is compared with, or save the draft as a version and baseline.
      </EmptyState>
    </Panel>
  );
}
