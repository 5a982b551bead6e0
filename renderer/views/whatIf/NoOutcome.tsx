import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Panel } from '../../parts/Panel.tsx';
import { useView } from '../../state/viewStore.ts';

/** In the place of the proof set while nothing says what happened afterwards. */
export function NoOutcome() {
  const goTo = useView((state) => state.goTo);
  return (
    <Panel title="Proof set">
      <EmptyState title="No outcome is defined" actions={<Button onClick={() => goTo('sources')}>Go to Sources</Button>}>
        The book answers all the same. Define an outcome on the Sources screen, churned or renewed, to see whether a change tells those
        accounts apart better.
      </EmptyState>
    </Panel>
  );
}
